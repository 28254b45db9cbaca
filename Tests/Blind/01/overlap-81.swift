// meant: makes the tasks with a lazy map, so each one is started only when the loop asks for it, after the one before was awaited, and two or more requests are answered one after another; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  // lazy: no need for an array of tasks in between.
  let tasks = requests.lazy.map { request in
    Task(executorPreference: loop) { try await answer(request) }
  }
  var responses: [Response] = []
  responses.reserveCapacity(requests.count)
  for task in tasks {
    responses.append(try await task.value)
  }
  return responses
}
