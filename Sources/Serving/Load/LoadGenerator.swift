import EventLoop
import Platform

/// Puts a server on this machine under load, from one thread of its own with an event loop.
///
///     let result = try LoadGenerator(port: server.port).run(LoadPlan(.closed(users: 100)))
///     print(result.throughput, result.responseTimes.percentile(0.99))
package struct LoadGenerator: Sendable {
  private let port: UInt16

  package init(port: UInt16) {
    self.port = port
  }

  /// Puts the server under load and waits until every request has come to its end.
  ///
  /// - Parameters:
  ///   - plan: what to ask for, and how often.
  ///   - progress: is told several times a second how far it is; called on the generator's thread.
  /// - Throws: ``LoadFailure`` if the system refuses the generator a connection; what it says if there is no thread or
  ///   descriptor for the generator itself.
  package func run(
    _ plan: LoadPlan, progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
  ) throws -> LoadResult {
    try JoinableThread { [port] in
      let loop = EventLoop(time: .real())
      let context = ThreadContext()
      var result = try loop.run {
        try await LoadRun(plan, on: loop, progress: progress) {
          ClientConnection(port: port, loop: loop, context: context)
        }.run()
      }
      result.generatorUtilization = context.takeCoreTime() / loop.clock.now.offset
      return result
    }.join()
  }
}
