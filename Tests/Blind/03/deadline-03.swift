// meant: every way to have no response counts as a timeout: an error of the operation becomes TimedOut, and so does one's own cancellation; expected verdict: wrong
import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let winner = await withTaskGroup(of: Response?.self) { group in
    group.addTask { try? await operation() }
    group.addTask {
      try? await loop.sleep(for: limit)
      return nil
    }
    defer { group.cancelAll() }
    return await group.next() ?? nil
  }
  guard let winner else { throw TimedOut() }
  return winner
}
