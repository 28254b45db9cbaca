// meant: lets the operation race against the clock only to see who wins, and then runs it again for the response: twice, and the second time without a deadline; expected verdict: wrong
import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let isInTime = try await withThrowingTaskGroup(of: Bool.self) { group in
    group.addTask {
      _ = try await operation()
      return true
    }
    group.addTask {
      try await loop.sleep(for: limit)
      return false
    }
    let first = try await group.next()!
    group.cancelAll()
    return first
  }
  if !isInTime { throw TimedOut() }
  return try await operation()
}
