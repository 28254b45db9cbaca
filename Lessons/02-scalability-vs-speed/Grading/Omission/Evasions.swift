import LessonKit

extension OmissionGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in [] },
    constant: { requests, _ in requests.map { _ in 10 } },
    ignoresInput: { requests, _ in requests.map { $0.answered - $0.sent } },
    forges: { _, _ in Forgery.printAndExit() })
}
