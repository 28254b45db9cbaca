// meant: takes two at a time with async let, and begins the next two when both are answered: right for two requests only; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  var responses: [Response] = []
  var index = 0
  while index < requests.count {
    if index + 1 < requests.count {
      let (one, two) = (requests[index], requests[index + 1])
      async let first = answer(one)
      async let second = answer(two)
      responses += try await [first, second]
    } else {
      responses.append(try await answer(requests[index]))
    }
    index += 2
  }
  return responses
}
