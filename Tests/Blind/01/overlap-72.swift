// meant: collects in order of completion and then restores the order by sorting on the labels as text, seen when the requests are not in alphabetical order of their labels, as with "request 10" after "request 9"; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: (label: String, response: Response).self) { group in
    for request in requests {
      group.addTask { (request.label, try await answer(request)) }
    }
    var finished: [(label: String, response: Response)] = []
    for try await pair in group {
      finished.append(pair)
    }
    return finished.sorted { $0.label < $1.label }.map(\.response)
  }
}
