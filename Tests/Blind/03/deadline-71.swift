// meant: does not cancel the timer when the response is there, so that the group waits for it and a response in time is returned only at the deadline; expected verdict: wrong

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  try await withThrowingTaskGroup(of: Response.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await loop.sleep(for: limit)
      throw TimedOut()
    }
    // The first one wins; leaving the group does away with the other.
    return try await group.next()!
  }
}
