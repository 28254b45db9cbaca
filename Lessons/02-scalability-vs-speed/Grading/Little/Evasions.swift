import LessonKit

extension LittleGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _, _ in 0 },
    constant: { _, _, _ in 5 },
    ignoresInput: { answers, response, _ in answers * response / 1000 },
    forges: { _, _, _ in Forgery.printAndExit() })
}
