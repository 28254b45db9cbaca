import LessonKit
import Workload

extension TwoWordsGrading {
  static let evasions: Evasions<Function>? = Evasions(
    doesNothing: { _, _ in Response(greeting: "", courses: []) },
    constant: { _, _ in Response(greeting: "Welcome back!", courses: ["Async"]) },
    ignoresInput: { _, site in try await solution(Request("request 1", steps: []), site) },
    forges: { _, _ in Forgery.printAndExit() })
}
