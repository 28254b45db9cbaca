// meant: two faults: detached tasks leave the loop, and a request that failed is left out; expected verdict: wrong
// right: tasks that stay on the loop, and the error is thrown.
import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  let tasks = requests.map { request in Task.detached { try? await answer(request) } }
  var responses: [Response] = []
  for task in tasks {
    if let response = await task.value { responses.append(response) }
  }
  return responses
}
