// meant: turns the operation's error into nil, the same as the timer's result, and so throws TimedOut instead of the operation's own error; expected verdict: wrong

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let end = loop.clock.now.advanced(by: limit)
  let response = await withTaskGroup(of: Response?.self) { group -> Response? in
    group.addTask { try? await operation() }
    group.addTask {
      try? await loop.sleep(until: end)
      return nil
    }
    let first = await group.next()
    group.cancelAll()
    return first ?? nil
  }
  try Task.checkCancellation()
  guard let response else { throw TimedOut() }
  return response
}
