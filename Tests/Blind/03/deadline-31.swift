// meant: the timer sleeps for the limit from when its child task first runs, behind the operation's, so that the time counts too late, seen when the operation computes before its first await; expected verdict: wrong

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
    guard let winner = try await group.next() else { throw TimedOut() }
    return winner
  }
}
