// meant: child tasks begun together, sorted by place at the end; expected verdict: right
// right: -
import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: (Int, Response).self) { group in
    for index in requests.indices { group.addTask { (index, try await answer(requests[index])) } }
    var pairs: [(Int, Response)] = []
    for try await pair in group { pairs.append(pair) }
    return pairs.sorted { $0.0 < $1.0 }.map { $0.1 }
  }
}
