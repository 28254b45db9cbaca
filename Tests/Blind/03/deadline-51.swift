// meant: counts the limit from the moment that the timer's own child task gets the thread instead of from the call, so that an operation which first computes for a while is given that much more time; expected verdict: wrong

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  try await withThrowingTaskGroup(of: Response.self) { group in
    defer { group.cancelAll() }
    group.addTask { try await operation() }
    group.addTask {
      try await loop.sleep(for: limit)
      throw TimedOut()
    }
    do {
      guard let response = try await group.next() else { throw TimedOut() }
      return response
    } catch {
      // Whatever the operation makes of it: it was we who were cancelled.
      try Task.checkCancellation()
      throw error
    }
  }
}
