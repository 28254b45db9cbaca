import LessonKit

extension CapacityGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _, _, _ in 0 },
    constant: { _, _, _, _ in 2 },
    ignoresInput: { _, work, wait, deadline in deadline / (work + wait) },
    forges: { _, _, _, _ in Forgery.printAndExit() })
}
