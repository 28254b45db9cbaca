// meant: three requests overlap, as in the drawing; those after them come one after another; expected verdict: wrong
// right: all of them overlap, however many there are.
import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  guard requests.count >= 3 else {
    var responses: [Response] = []
    for request in requests { responses.append(try await answer(request)) }
    return responses
  }
  async let first = answer(requests[0])
  async let second = answer(requests[1])
  async let third = answer(requests[2])
  var responses = try await [first, second, third]
  for request in requests.dropFirst(3) { responses.append(try await answer(request)) }
  return responses
}
