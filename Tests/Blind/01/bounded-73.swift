// meant: compares the number under way with `>` before it waits for a slot, so limit + 1 requests are worked on at once, seen with more requests than the limit; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  await withTaskGroup(of: (Int, Result<Response, any Error>).self) { group in
    var results: [Int: Result<Response, any Error>] = [:]
    var underWay = 0

    for (index, request) in requests.enumerated() {
      while underWay > limit, let (done, result) = await group.next() {
        results[done] = result
        underWay -= 1
      }
      underWay += 1
      group.addTask {
        do {
          return (index, .success(try await answer(request)))
        } catch {
          return (index, .failure(error))
        }
      }
    }
    for await (done, result) in group {
      results[done] = result
    }
    return requests.indices.compactMap { results[$0] }
  }
}
