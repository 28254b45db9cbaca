import EventLoop
import LessonKit

enum DeadlineSolution {
  /// Two children race, and the first to end decides. The group passes a cancellation on to both, and waits for both.
  ///
  /// The deadline is an instant, noted before the operation has had a chance to keep the thread.
  static func deadline(
    _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
  ) async throws -> Response {
    let deadline = loop.clock.now.advanced(by: limit)
    return try await withThrowingTaskGroup(of: Response.self) { race in
      race.addTask { try await operation() }
      race.addTask {
        try await loop.sleep(until: deadline)
        throw TimedOut()
      }
      defer { race.cancelAll() }
      return try await race.next()!
    }
  }
}
