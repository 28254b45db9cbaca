// meant: lets the operation end and looks at the clock afterwards; expected verdict: wrong
// right: TimedOut is thrown at the deadline, and the operation is cancelled.
import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let end = loop.clock.now.advanced(by: limit)
  let response = try await operation()
  if loop.clock.now > end { throw TimedOut() }
  return response
}
