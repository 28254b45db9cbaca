// meant: waits for a free slot only when more than limit are running: one too many at once; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  await withTaskGroup(of: (Int, Result<Response, any Error>).self) { group in
    var results: [Int: Result<Response, any Error>] = [:]
    var running = 0
    for (index, request) in requests.enumerated() {
      if running > limit, let (done, result) = await group.next() {
        results[done] = result
        running -= 1
      }
      running += 1
      group.addTask {
        do {
          return (index, .success(try await answer(request)))
        } catch {
          return (index, .failure(error))
        }
      }
    }
    for await (done, result) in group { results[done] = result }
    return requests.indices.compactMap { results[$0] }
  }
}
