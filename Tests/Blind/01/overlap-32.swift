// meant: every request gets a task on the loop, but its value is awaited before the next task is made, so that the requests run one after another, which one sees in the times of two or more requests; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  var responses = [Response]()
  responses.reserveCapacity(requests.count)
  for request in requests {
    // A task for each request: while one waits, the loop goes on with the others.
    let task = Task(executorPreference: loop) {
      try await answer(request)
    }
    let response = try await task.value
    responses.append(response)
  }
  return responses
}
