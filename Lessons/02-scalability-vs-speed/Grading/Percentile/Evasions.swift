import LessonKit

extension PercentileGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in 0 },
    constant: { _, _ in 20 },
    ignoresInput: { _, times in times.max() ?? 0 },
    forges: { _, _ in Forgery.printAndExit() })
}
