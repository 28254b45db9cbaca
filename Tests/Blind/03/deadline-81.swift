// meant: Its timer counts from when its own child task begins, after the operation's first stretch, so that an operation that computes 8 ms and then waits 5 ms is in time for a limit of 10 ms; expected verdict: wrong

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
      guard let winner = try await group.next() else { throw CancellationError() }
      try Task.checkCancellation()
      return winner
    } catch {
      try Task.checkCancellation()
      throw error
    }
  }
}
