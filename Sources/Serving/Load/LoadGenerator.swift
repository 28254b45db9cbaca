import EventLoop
import Platform

/// Puts a server on this machine under load, from one thread of its own with an event loop.
///
///     let result = try LoadGenerator(port: server.port).run(LoadPlan(.closed(users: 100)))
///     print(result.throughput, result.responseTimes.percentile(0.99))
public struct LoadGenerator: LoadTarget {
  private let port: UInt16

  /// Creates a generator for the server at a port of the loopback interface.
  public init(port: UInt16) {
    self.port = port
  }

  /// Puts the server under load and waits until every request has come to its end.
  public func run(
    _ plan: LoadPlan, progress: @escaping @Sendable (LoadProgress) -> Void
  ) throws -> LoadResult {
    let outcome = Guarded<Result<LoadResult, any Error>?>(nil)
    let thread = try SystemThread(stack: SystemThread.smallStack) { [port] in
      let result = Result { try Self.run(plan, port: port, progress: progress) }
      outcome.withLock { $0 = result }
    }
    thread.join()
    return try outcome.withLock { $0 }!.get()
  }

  private static func run(
    _ plan: LoadPlan, port: UInt16, progress: @escaping @Sendable (LoadProgress) -> Void
  ) throws -> LoadResult {
    let loop = EventLoop(time: .real())
    let desk = Desk()
    var result = try loop.run {
      let run = LoadRun(plan, on: loop, progress: progress) {
        SocketClient(port: port, target: plan.target, loop: loop, desk: desk)
      }
      return try await run.run()
    }
    result.generatorUtilization = desk.takeCoreTime() / loop.clock.now.offset
    return result
  }
}
