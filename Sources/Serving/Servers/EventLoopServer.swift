import EventLoop
package import Platform

/// Serves all clients on one thread, with one event loop: a handler that waits lets the others go on.
///
///     let server = try EventLoopServer { request in
///       try await request.wait(for: .milliseconds(50))
///       return HTTPResponse(.ok, body: "Hello")
///     }
package final class EventLoopServer: Server {
  package let core: ServerCore
  private let loop = EventLoop(time: .real())
  private let tasks = ConnectionTasks()
  private let context = ThreadContext()

  /// Begins to serve, on a thread of its own.
  ///
  /// - Parameters:
  ///   - port: the port to listen at; 0 for one that is free.
  ///   - limits: what a client may ask for.
  ///   - onEvent: is told what the server survives; called on any thread.
  ///   - handler: answers a request.
  /// - Throws: what the system says if the port is taken, or if it has no descriptor or thread left.
  package init(
    port: UInt16 = 0, limits: Limits = Limits(),
    onEvent: @escaping @Sendable (ServerEvent) -> Void = { _ in },
    handler: @escaping Handler
  ) throws(SystemError) {
    core = try ServerCore(port: port, limits: limits, onEvent: onEvent, handler: handler)
    try core.start { () throws(SystemError) in
      let watch = try loop.watch(core.listener.socket.number)
      return { self.run(watch) }
    }
  }

  private func run(_ listener: SocketWatch) {
    // A stall can only come after the end was asked for, from a handler that waits for something that never comes.
    try? loop.run { [self] in
      await tasks.accept(with: Task(executorPreference: loop) { [self] in try await accept(listener) })
      core.beginToStop()
      await tasks.allServed()
    }
    listener.end()
  }

  /// Accepts connections, and serves each in a task of its own.
  private nonisolated(nonsending) func accept(_ listener: SocketWatch) async throws {
    while true {
      switch core.accept() {
      case .connection(let socket): begin(socket)
      case .turnedAway: await Task.yield()
      case .noneWaits: _ = try await listener.wait(for: .reading)
      case .failed: try await loop.sleep(for: ServerCore.pause)
      }
    }
  }

  // [scalability-vs-speed 01:18] [scalability-vs-speed 01:20] [scalability-vs-speed 01:47] A task for each client, on one thread.
  /// Answers one client's requests, one after another; while it waits, for the client or in the handler, others run.
  private nonisolated(nonsending) func serve(_ connection: ServerConnection, _ watch: SocketWatch) async {
    while let request = await connection.nextRequest(watch) {
      let response = await core.answer(request, .givesThreadBack(loop))
      connection.send(response)
    }
  }

  private func begin(_ socket: StreamSocket) {
    let task = Task(executorPreference: loop) { [self] in
      do throws(SystemError) {
        let watch = try loop.watch(socket.number)
        core.isServing()
        await serve(ServerConnection(socket, core: core, loop: loop, context: context), watch)
        watch.end()
        core.close(socket)
      } catch {
        core.turnAway(socket, because: .cannotWatch(error))
      }
      tasks.remove(socket)
    }
    tasks.add(socket, task)
  }

  /// Stops; a handler that waits when the grace is over is cancelled.
  package func stop(within grace: Duration) -> Bool {
    tasks.cancelAccepting()
    return core.awaitEnd(within: grace, cut: tasks.cancelServing)
  }
}
