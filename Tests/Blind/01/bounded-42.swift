// meant: it waits for a free slot only when more than `limit` are under way, so that limit + 1 requests run at once, which one sees whenever there are more requests than the limit; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  await withTaskGroup(of: (Int, Result<Response, any Error>).self) { group in
    var results = [Result<Response, any Error>?](repeating: nil, count: requests.count)
    var running = 0

    for (index, request) in requests.enumerated() {
      // Too many under way? Then one has to be done first.
      if running > limit, let (finished, result) = await group.next() {
        results[finished] = result
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

    for await (finished, result) in group { results[finished] = result }
    return results.compactMap { $0 }
  }
}
