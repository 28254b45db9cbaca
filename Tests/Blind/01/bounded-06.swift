// meant: looks every 15 ms whether a slot is free, instead of being told: each start is late; expected verdict: wrong
// right: the next request starts as soon as a slot is free.
import EventLoop
import LessonKit
import Platform
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let running = Guarded(0)
  var tasks: [Task<Response, any Error>] = []
  for request in requests {
    while running.withLock({ $0 >= limit }) { try await loop.sleep(for: .milliseconds(15)) }
    running.withLock { $0 += 1 }
    tasks.append(
      Task(executorPreference: loop) {
        defer { running.withLock { $0 -= 1 } }
        return try await answer(request)
      })
  }
  var results: [Result<Response, any Error>] = []
  for task in tasks { results.append(await task.result) }
  return results
}
