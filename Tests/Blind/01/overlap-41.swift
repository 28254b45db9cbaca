// meant: the requests are answered in plain `Task { }`s, which leave the event loop for Swift's own pool of threads, which one sees for any request because `answer` is not called on the loop; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  // `map` starts all of them ...
  let running = requests.map { request in Task { try await answer(request) } }
  // ... and this collects them in the order of the requests.
  var responses: [Response] = []
  for task in running { try await responses.append(task.value) }
  return responses
}
