// meant: restores the order by sorting the responses by their requests' labels instead of by position, which goes wrong when the requests don't come in alphabetical order, as with "request 2" and "request 10"; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: (label: String, response: Response).self) { group in
    for request in requests {
      group.addTask { (label: request.label, response: try await answer(request)) }
    }
    return
      try await group
      .reduce(into: []) { answered, next in answered.append(next) }
      .sorted { $0.label < $1.label }
      .map(\.response)
  }
}
