// meant: collects the responses as they come and puts them in order by the requests' labels instead of by their places, which one sees for requests whose labels are not sorted as text (request 3 before request 1, or request 10 after request 9); expected verdict: wrong

import EventLoop
import LessonKit
import Workload

private struct Answered: Sendable {
  var label: String
  var response: Response
}

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: Answered.self) { group in
    for request in requests {
      group.addTask { Answered(label: request.label, response: try await answer(request)) }
    }
    // They come back in any order, so sort them again.
    var answered: [Answered] = []
    for try await one in group { answered.append(one) }
    return answered.sorted { $0.label < $1.label }.map(\.response)
  }
}
