import LessonKit

extension BoundGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in 0 },
    constant: { _, _ in 4 / 3 },
    ignoresInput: { shares, _ in 1 / (1 - shares.reduce(0, +)) },
    forges: { _, _ in Forgery.printAndExit() })
}
