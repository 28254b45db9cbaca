// meant: two unstructured tasks on the loop, of which the first to arrive is noted, with a cancellation handler that ends both, and both awaited before it returns; expected verdict: right

import EventLoop
import LessonKit
import Synchronization

private final class Race: Sendable {
  enum Runner { case operation, clock }

  private let first = Mutex<Runner?>(nil)

  func arrives(_ runner: Runner) { first.withLock { $0 = $0 ?? runner } }

  var winner: Runner? { first.withLock { $0 } }
}

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let end = loop.clock.now.advanced(by: limit)
  let race = Race()
  let work = Task(executorPreference: loop) {
    defer { race.arrives(.operation) }
    return try await operation()
  }
  let alarm = Task(executorPreference: loop) {
    try await loop.sleep(until: end)
    race.arrives(.clock)
    work.cancel()
  }

  let result = await withTaskCancellationHandler {
    await work.result
  } onCancel: {
    work.cancel()
    alarm.cancel()
  }
  alarm.cancel()
  _ = await alarm.result

  if race.winner == .clock { throw TimedOut() }
  try Task.checkCancellation()
  return try result.get()
}
