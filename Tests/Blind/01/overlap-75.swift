// meant: splits the requests into halves recursively, and overlaps the halves with async let; expected verdict: right

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  guard requests.count > 1 else {
    guard let only = requests.first else { return [] }
    return [try await answer(only)]
  }
  let middle = requests.count / 2
  let left = Array(requests[..<middle])
  let right = Array(requests[middle...])
  async let front = overlap(left, on: loop, answer: answer)
  async let back = overlap(right, on: loop, answer: answer)
  return try await front + back
}
