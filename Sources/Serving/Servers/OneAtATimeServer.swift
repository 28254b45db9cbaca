import EventLoop
package import Platform

/// Serves all clients on one thread, one request after another: while a handler waits, all others wait too.
///
///     let server = try OneAtATimeServer { request in
///       try await request.wait(for: .milliseconds(50))
///       return HTTPResponse(.ok, body: "Hello")
///     }
package final class OneAtATimeServer: Server {
  package let core: ServerCore
  private let tasks: ConnectionTasks
  /// What handlers wait on: nothing else is on it.
  private let handlers = EventLoop(time: .real())

  package init(
    port: UInt16 = 0, limits: Limits = Limits(),
    onEvent: @escaping @Sendable (ServerEvent) -> Void = { _ in },
    handler: @escaping Handler
  ) throws(SystemError) {
    core = try ServerCore(port: port, limits: limits, onEvent: onEvent, handler: handler)
    tasks = ConnectionTasks(of: core)
    try core.start({ [self] in tasks.start($0, serve) }, allServed: tasks.allEnded)
  }

  // [scalability-vs-speed 01:47] One thread, and one request after another.
  /// Answers one client's requests, one after another; while it waits in the handler, the thread waits, and so do all others.
  ///
  /// A client that has not sent all of its request holds no other up.
  private nonisolated(nonsending) func serve(_ connection: ServerConnection, _ watch: SocketWatch) async {
    while let request = await connection.nextRequest(watch) {
      let response = core.answer(request, blocking: handlers)
      connection.send(response)
      // None is served twice while another waits: the loop looks who has asked meanwhile, and then lets them go first.
      await Task.yield()
      await Task.yield()
    }
  }
}
