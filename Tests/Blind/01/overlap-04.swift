// meant: in the order of the labels: right only while request 10 is not before request 2; expected verdict: wrong
// right: in the order of `requests`, whatever they are called.
import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: (String, Response).self) { group in
    for request in requests {
      group.addTask { (request.label, try await answer(request)) }
    }
    var answered: [(label: String, response: Response)] = []
    for try await next in group { answered.append(next) }
    return answered.sorted { $0.label < $1.label }.map(\.response)
  }
}
