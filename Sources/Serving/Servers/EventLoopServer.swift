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
  private let tasks: ConnectionTasks

  package init(
    port: UInt16 = 0, limits: Limits = Limits(),
    onEvent: @escaping @Sendable (ServerEvent) -> Void = { _ in },
    handler: @escaping Handler
  ) throws(SystemError) {
    core = try ServerCore(port: port, limits: limits, onEvent: onEvent, handler: handler)
    tasks = ConnectionTasks(of: core)
    try core.start({ [self] in tasks.start($0, serve) }, allServed: tasks.allEnded, cut: tasks.cancel)
  }

  // [scalability-vs-speed 01:18] [scalability-vs-speed 01:20] [scalability-vs-speed 01:47] A task for each client, on one thread.
  /// Answers one client's requests, one after another; while it waits, for the client or in the handler, others run.
  private nonisolated(nonsending) func serve(_ connection: ServerConnection, _ watch: SocketWatch) async {
    while let request = await connection.nextRequest(watch) {
      let response = await core.answer(request, .givesThreadBack(core.loop))
      connection.send(response)
    }
  }
}
