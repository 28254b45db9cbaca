// meant: maps the requests to tasks lazily, so each task is only made when the loop that awaits them gets to it and all run one after another, seen for two requests or more; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  // Lazy: no need for an array in between.
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
