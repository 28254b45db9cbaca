import EventLoop
import Platform

/// The connections of a server that serves all of them on one thread: each has a task on the loop that accepts them.
final class ConnectionTasks: Sendable {
  private let core: ServerCore
  private let context = ThreadContext()
  private let serving = Guarded<[StreamSocket: Task<Void, Never>]>([:])

  init(of core: ServerCore) {
    self.core = core
  }

  /// Begins to serve a connection.
  func start(
    _ socket: StreamSocket,
    _ serve: nonisolated(nonsending) @escaping @Sendable (ServerConnection, SocketWatch) async -> Void
  ) {
    let task = Task(executorPreference: core.loop) { [self] in
      do throws(SystemError) {
        let watch = try core.loop.watch(socket.number)
        core.isServing()
        await serve(ServerConnection(socket, core: core, loop: core.loop, context: context), watch)
        watch.end()
        core.close(socket)
      } catch {
        core.turnAway(socket, because: .cannotWatch(error))
      }
      serving.withLock { $0[socket] = nil }
    }
    serving.withLock { $0[socket] = task }
  }

  /// Cancels what handlers wait for.
  func cancel() {
    for task in serving.withLock({ Array($0.values) }) { task.cancel() }
  }

  /// Waits until there is no connection any more.
  func allEnded() async {
    while let task = serving.withLock({ $0.first?.value }) { await task.value }
  }
}
