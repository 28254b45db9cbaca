// meant: a task group, stored by label, and the responses put together in reverse order; expected verdict: wrong
// right: in the order of `requests`.
import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: (String, Response).self) { group in
    for request in requests { group.addTask { (request.label, try await answer(request)) } }
    var found: [String: Response] = [:]
    for try await (label, response) in group { found[label] = response }
    return requests.reversed().compactMap { found[$0.label] }
  }
}
