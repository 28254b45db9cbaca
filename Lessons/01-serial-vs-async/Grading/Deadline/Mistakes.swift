import EventLoop
import LessonKit

extension DeadlineGrading {
  static let mistakes = [loserRunsOn, waitsForBoth, startsTooLate, timesOutAnyway, swallowsCancellation]

  private static let loserRunsOn = Mistake<Function>(
    "loser-runs-on",
    says: """
      You return, but the loser of the race runs on. Nothing waits for it any longer, and it keeps a server busy that has other \
      requests to answer. Cancel it.
      """
  ) { limit, loop, operation in
    let (firsts, announce) = AsyncThrowingStream<Response, any Error>.makeStream()
    Task(executorPreference: loop) {
      do { announce.yield(try await operation()) } catch { announce.finish(throwing: error) }
    }
    Task(executorPreference: loop) {
      try await loop.sleep(for: limit)
      announce.finish(throwing: TimedOut())
    }
    for try await first in firsts { return first }
    throw CancellationError()
  }

  private static let waitsForBoth = Mistake<Function>(
    "waits-for-both",
    says: """
      You wait for both: the operation and the deadline. A task group, like `async let`, waits for all its children before it \
      lets you go, so cancel the child that is no longer needed.
      """
  ) { limit, loop, operation in
    try await withThrowingTaskGroup(of: Response.self) { race in
      race.addTask { try await operation() }
      race.addTask { try await timeOut(loop, after: limit) }
      return try await race.next()!
    }
  }

  private static let startsTooLate = Mistake<Function>(
    "starts-too-late",
    says: """
      Your deadline starts too late: your caller counts from the moment it calls you. Note that instant first, and sleep until \
      `limit` has passed since then: `loop.clock.now.advanced(by: limit)`.
      """
  ) { limit, loop, operation in
    try await withThrowingTaskGroup(of: Response.self) { race in
      race.addTask { try await operation() }
      // A moment for operations that are quick anyway.
      try await loop.sleep(for: .milliseconds(10))
      race.addTask { try await timeOut(loop, after: limit) }
      defer { race.cancelAll() }
      return try await race.next()!
    }
  }

  private static let timesOutAnyway = Mistake<Function>(
    "times-out-anyway",
    says: """
      The response came in time, and you threw `TimedOut()` all the same. The first of the two decides: return as soon as the \
      response is there.
      """
  ) { limit, loop, operation in
    try await withThrowingTaskGroup(of: Response.self) { race in
      race.addTask { try await operation() }
      race.addTask { try await timeOut(loop, after: limit) }
      var response: Response?
      for try await first in race { response = first }
      return response!
    }
  }

  private static let swallowsCancellation = Mistake<Function>(
    "swallows-cancellation",
    says: """
      You were cancelled yourself, and did not pass it on. Your caller expects the operation to end at once, and a \
      `CancellationError` from you. A child task is cancelled with you, but a task of your own has to be told; and a sleep that \
      is cancelled has not reached its end, which `try?` hides.
      """
  ) { limit, loop, operation in
    try await withThrowingTaskGroup(of: Response.self) { race in
      race.addTask {
        try? await loop.sleep(for: limit)
        throw TimedOut()
      }
      race.addTask { try await operation() }
      defer { race.cancelAll() }
      return try await race.next()!
    }
  }

  private static func timeOut(_ loop: EventLoop, after limit: Duration) async throws -> Response {
    try await loop.sleep(for: limit)
    throw TimedOut()
  }
}
