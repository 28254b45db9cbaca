// meant: the responses are collected as they come out of the task group, so that they are in the order of completion, which one sees as soon as a later request is answered before an earlier one; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: Response.self, returning: [Response].self) { group in
    for request in requests {
      group.addTask { try await answer(request) }
    }
    // The group hands the children's results back, one per request.
    return try await group.reduce(into: []) { responses, response in
      responses.append(response)
    }
  }
}
