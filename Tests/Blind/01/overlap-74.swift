// meant: replaces the error of a failing request with an error of its own that only names the requests that failed, seen when a request throws; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

struct NotAnswered: Error {
  var labels: [String]
}

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  let tasks = requests.map { request in
    Task(executorPreference: loop) { try? await answer(request) }
  }
  var responses: [Response] = []
  var missing: [String] = []
  for (request, task) in zip(requests, tasks) {
    if let response = await task.value {
      responses.append(response)
    } else {
      missing.append(request.label)
    }
  }
  guard missing.isEmpty else { throw NotAnswered(labels: missing) }
  return responses
}
