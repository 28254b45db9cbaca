// meant: the sleep swallows the cancellation, so that one who is cancelled is told TimedOut; expected verdict: wrong

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  try await withThrowingTaskGroup(of: Response.self) { group in
    group.addTask {
      try? await loop.sleep(for: limit)
      throw TimedOut()
    }
    group.addTask { try await operation() }
    defer { group.cancelAll() }
    return try await group.next()!
  }
}
