import EventLoop

extension Mistakes {
  enum Deadline {
    typealias Operation = @Sendable () async throws -> Response

    /// Stops waiting for the operation, which does not know and goes on.
    static func loserRunsOn(
      _ limit: Duration, on loop: EventLoop, _ operation: @escaping Operation
    ) async throws -> Response {
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

    /// A group, of which nobody tells the slower child to stop: the group waits for it.
    static func waitsForBoth(
      _ limit: Duration, on loop: EventLoop, _ operation: @escaping Operation
    ) async throws -> Response {
      try await withThrowingTaskGroup(of: Response.self) { race in
        race.addTask { try await operation() }
        race.addTask {
          try await loop.sleep(for: limit)
          throw TimedOut()
        }
        return try await race.next()!
      }
    }

    /// Waits a moment for the quick ones, and lets the time begin only then.
    static func startsTooLate(
      _ limit: Duration, on loop: EventLoop, _ operation: @escaping Operation
    ) async throws -> Response {
      try await withThrowingTaskGroup(of: Response.self) { race in
        race.addTask { try await operation() }
        try await loop.sleep(for: .milliseconds(10))
        race.addTask {
          try await loop.sleep(for: limit)
          throw TimedOut()
        }
        defer { race.cancelAll() }
        return try await race.next()!
      }
    }

    /// Listens to the race to its end, where only its beginning counts.
    static func timesOutAnyway(
      _ limit: Duration, on loop: EventLoop, _ operation: @escaping Operation
    ) async throws -> Response {
      try await withThrowingTaskGroup(of: Response.self) { race in
        race.addTask { try await operation() }
        race.addTask {
          try await loop.sleep(for: limit)
          throw TimedOut()
        }
        var response: Response?
        for try await first in race { response = first }
        return response!
      }
    }

    /// Takes the cancellation of its sleep for the end of it.
    static func swallowsCancellation(
      _ limit: Duration, on loop: EventLoop, _ operation: @escaping Operation
    ) async throws -> Response {
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
  }
}
