// meant: a group whose children never throw but return how the race ended; the first to come decides, and the rest is cancelled; expected verdict: right

import EventLoop
import LessonKit

private enum Ending: Sendable {
  case answered(Result<Response, any Error>)
  case late
  case stopped
}

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let end = loop.clock.now.advanced(by: limit)
  let ending = await withTaskGroup(of: Ending.self) { group in
    group.addTask {
      do { return .answered(.success(try await operation())) } catch { return .answered(.failure(error)) }
    }
    group.addTask {
      do { try await loop.sleep(until: end) } catch { return .stopped }
      return .late
    }
    let first = await group.next()
    group.cancelAll()
    return first ?? .stopped
  }

  switch ending {
  case .late:
    throw TimedOut()
  case .stopped:
    throw CancellationError()
  case .answered(let result):
    try Task.checkCancellation()
    return try result.get()
  }
}
