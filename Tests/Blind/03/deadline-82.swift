// meant: It lets the operation and a timer, each an `async let`, put their outcome into a stream, takes the first, and leaves the scope, which cancels and awaits the other; expected verdict: right

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let end = LoopClock.Instant(offset: loop.clock.now.offset + limit)
  let (outcomes, finishLine) = AsyncStream.makeStream(of: Result<Response, any Error>.self)

  async let _: Void = {
    do {
      finishLine.yield(.success(try await operation()))
    } catch {
      finishLine.yield(.failure(error))
    }
  }()
  async let _: Void = {
    do {
      try await loop.sleep(until: end)
      finishLine.yield(.failure(TimedOut()))
    } catch {
      // It is too late for the timer: the race is over.
    }
  }()

  let first = await outcomes.first { _ in true }
  try Task.checkCancellation()
  guard let first else { throw CancellationError() }
  return try first.get()
}
