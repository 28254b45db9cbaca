// meant: maps lazily, so each task is only started when the loop reaches it and the requests run one after another, seen with two or more requests; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  // No need to make an array of the tasks, I only go through them once.
  let tasks = requests.lazy.map { request in
    Task(executorPreference: loop) { try await answer(request) }
  }
  var responses: [Response] = []
  for task in tasks {
    responses.append(try await task.value)
  }
  return responses
}
