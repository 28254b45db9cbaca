import LessonKit

extension CeilingGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in 0 },
    constant: { _, _ in 20 },
    ignoresInput: { _, wait in 1000 / max(1, wait) },
    forges: { _, _ in Forgery.printAndExit() })
}
