import LessonKit

extension ChunksGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in 0 },
    constant: { _, _ in 720_600 },
    ignoresInput: { numbers, _ in numbers.reduce(0, +) },
    forges: { _, _ in Forgery.printAndExit() })
}
