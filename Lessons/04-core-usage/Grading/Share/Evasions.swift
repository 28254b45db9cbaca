import LessonKit

extension ShareGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _ in 0 },
    constant: { _ in 1 },
    ignoresInput: { usage in Double(usage.usableCores) / Double(usage.chipCores) },
    forges: { _ in Forgery.printAndExit() })
}
