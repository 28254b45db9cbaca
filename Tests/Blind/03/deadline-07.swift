// meant: takes the first of the two, but does not cancel the other: a quick response comes only at the deadline; expected verdict: wrong

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  try await withThrowingTaskGroup(of: Response?.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await loop.sleep(for: limit)
      return nil
    }
    guard let response = try await group.next() ?? nil else { throw TimedOut() }
    return response
  }
}
