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
  private let poll: InterruptiblePoll

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
    poll = try InterruptiblePoll()
    core = try ServerCore(port: port, limits: limits, onEvent: onEvent, handler: handler)
    try core.start { self.run }
  }

  // [scalability-vs-speed 01:47] One thread, and one request after another.
  /// Answers the requests that are there, one after another.
  ///
  /// A client that has not sent all of its request holds no other up. A handler that waits does.
  private func run() {
    let loop = EventLoop(time: .real())
    let connections = PolledConnections(core: core, poll: poll, loop: loop)
    while let ready = connections.next() {
      for connection in ready {
        guard let request = connection.request() else { continue }
        let response = core.answer(request, blocking: loop)
        connection.send(response)
        connections.goOn(with: connection)
      }
    }
  }

  /// Stops; a handler that waits when the grace is over goes on waiting, and keeps its thread.
  package func stop(within grace: Duration) -> Bool {
    core.beginToStop()
    poll.interrupt()
    return core.awaitEnd(within: grace)
  }
}
