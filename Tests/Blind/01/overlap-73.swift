// meant: overlaps three at a time with async let and then recurses on the rest, so the fourth request waits for the first three, seen with four or more requests; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  switch requests.count {
  case 0:
    return []
  case 1:
    return [try await answer(requests[0])]
  case 2:
    async let first = answer(requests[0])
    async let second = answer(requests[1])
    return try await [first, second]
  default:
    async let first = answer(requests[0])
    async let second = answer(requests[1])
    async let third = answer(requests[2])
    let front = try await [first, second, third]
    return front + (try await overlap(Array(requests.dropFirst(3)), on: loop, answer: answer))
  }
}
