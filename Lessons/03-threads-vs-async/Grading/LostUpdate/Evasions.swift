import LessonKit

extension LostUpdateGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in "" },
    constant: { number, visits in
      visits.count = 1
      return "page \(number)"
    },
    ignoresInput: { _, visits in try await solution(0, visits) },
    forges: { _, _ in Forgery.printAndExit() })
}
