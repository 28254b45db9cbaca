// meant: a task group whose children return their position with the response; the pairs are collected as they come and sorted by position in the end; expected verdict: right

import EventLoop
import LessonKit
import Workload

private struct Answered: Sendable {
  var position: Int
  var response: Response
}

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  let answered = try await withThrowingTaskGroup(of: Answered.self) { group in
    zip(0..., requests).forEach { position, request in
      group.addTask { Answered(position: position, response: try await answer(request)) }
    }
    return try await group.reduce(into: [Answered]()) { $0.append($1) }
  }
  return
    answered
    .sorted { $0.position < $1.position }
    .map(\.response)
}
