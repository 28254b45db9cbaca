// meant: does not cancel the timer when the response is there, so that the group waits for it and even a fast response is returned only at the deadline; expected verdict: wrong

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let start = loop.clock.now
  return try await withThrowingTaskGroup(of: Response?.self) { group in
    group.addTask {
      try await loop.sleep(until: start.advanced(by: limit))
      return nil
    }
    group.addTask {
      try await operation()
    }
    // Whoever is first. What is left over is thrown away with the group.
    if let first = try await group.next(), let response = first {
      return response
    }
    throw TimedOut()
  }
}
