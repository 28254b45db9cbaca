// meant: takes every CancellationError for the deadline's, so that it throws TimedOut when the caller itself is cancelled before the limit; expected verdict: wrong

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let end = loop.clock.now.advanced(by: limit)
  do {
    return try await withThrowingTaskGroup(of: Response?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await operation() }
      group.addTask {
        try await loop.sleep(until: end)
        return nil
      }
      guard let first = try await group.next(), let response = first else { throw TimedOut() }
      return response
    }
  } catch is CancellationError {
    // Whatever was cancelled did not make it in time.
    throw TimedOut()
  }
}
