// meant: right, by recursion: the first request overlaps with all the rest; expected verdict: right
import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  guard let head = requests.first else { return [] }
  async let first = answer(head)
  async let others = overlap(Array(requests.dropFirst()), on: loop, answer: answer)
  return try await [first] + others
}
