// meant: halves overlap, but two requests that are left are answered one after another; expected verdict: wrong
// right: every request overlaps with every other.
import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  if requests.count <= 2 {
    var responses: [Response] = []
    for request in requests { responses.append(try await answer(request)) }
    return responses
  }
  let half = requests.count / 2
  async let left = overlap(Array(requests[..<half]), on: loop, answer: answer)
  async let right = overlap(Array(requests[half...]), on: loop, answer: answer)
  return try await left + right
}
