// meant: runs the operation in an unstructured task and forgets its own cancellation, so that a caller who is cancelled goes on waiting for the response or the deadline; expected verdict: wrong

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let end = loop.clock.now.advanced(by: limit)
  let work = Task(executorPreference: loop) { try await operation() }
  let alarm = Task(executorPreference: loop) { () -> Bool in
    do {
      try await loop.sleep(until: end)
    } catch {
      return false
    }
    work.cancel()
    return true
  }

  let result = await work.result
  alarm.cancel()
  let isLate = await alarm.value
  if isLate { throw TimedOut() }
  return try result.get()
}
