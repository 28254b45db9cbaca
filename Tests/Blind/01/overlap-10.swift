// meant: collects as they come, and sorts by the greeting afterwards: the order of the alphabet, not that of the requests; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: Response.self) { group in
    for request in requests {
      group.addTask { try await answer(request) }
    }
    var responses: [Response] = []
    for try await response in group { responses.append(response) }
    return responses.sorted { $0.greeting < $1.greeting }
  }
}
