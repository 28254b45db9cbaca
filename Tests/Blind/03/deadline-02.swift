// meant: measures how long the operation took and throws afterwards if that was too long; it ends nothing at the deadline; expected verdict: wrong
import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let start = loop.clock.now
  let response = try await operation()
  if start.duration(to: loop.clock.now) > limit { throw TimedOut() }
  return response
}
