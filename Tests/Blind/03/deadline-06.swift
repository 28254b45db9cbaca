// meant: the clock is a child that throws; the first that comes out of the group, a response or an error, leaves through the for loop; expected verdict: right
import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let end = loop.clock.now.advanced(by: limit)
  return try await withThrowingTaskGroup(of: Response?.self) { race in
    race.addTask {
      try await loop.sleep(until: end)
      return nil
    }
    race.addTask { try await operation() }
    for try await winner in race {
      race.cancelAll()
      guard let winner else { break }
      return winner
    }
    throw TimedOut()
  }
}
