// meant: splits the requests in two halves again and again, and has both halves answered by async let until only one request is left; expected verdict: right

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  guard let first = requests.first else { return [] }
  guard requests.count > 1 else { return [try await answer(first)] }
  let middle = requests.count / 2
  async let left = overlap(Array(requests[..<middle]), on: loop, answer: answer)
  async let right = overlap(Array(requests[middle...]), on: loop, answer: answer)
  return try await left + right
}
