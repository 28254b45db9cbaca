import LessonKit

extension KneeGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in 0 },
    constant: { _, _ in 2 },
    ignoresInput: { ramp, _ in ramp.last?.users ?? 0 },
    forges: { _, _ in Forgery.printAndExit() })
}
