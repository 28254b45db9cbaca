import LessonKit

extension WhichHelpsGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in .loop },
    constant: { _, _ in .processes },
    ignoresInput: { job, _ in job.computes ? .taskGroup : .loop },
    forges: { _, _ in Forgery.printAndExit() })
}
