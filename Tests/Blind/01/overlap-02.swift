// meant: pairs with async let, one pair after the other; expected verdict: wrong
// right: all requests are begun before any is awaited.
import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  var responses: [Response] = []
  var index = 0
  while index + 1 < requests.count {
    let (a, b) = (requests[index], requests[index + 1])
    async let first = answer(a)
    async let second = answer(b)
    responses += [try await first, try await second]
    index += 2
  }
  if index < requests.count { responses.append(try await answer(requests[index])) }
  return responses
}
