import EventLoop
package import Platform

/// Serves each client on a thread of its own: while a handler waits, its thread waits, and the others go on.
///
///     let server = try ThreadPerConnectionServer { request in
///       try await request.wait(for: .milliseconds(50))
///       return HTTPResponse(.ok, body: "Hello")
///     }
package final class ThreadPerConnectionServer: Server {
  package let core: ServerCore
  private let threads: ConnectionThreads

  /// - Parameters:
  ///   - threads: the most threads that serve at once; `nil` for as many as the system allows. Beyond, a client gets 503.
  ///   - stack: the address space of each of these threads, in bytes; `nil` for a quarter of a megabyte.
  package init(
    port: UInt16 = 0, limits: Limits = Limits(), threads: Int? = nil, stack: Int? = nil,
    onEvent: @escaping @Sendable (ServerEvent) -> Void = { _ in }, handler: @escaping Handler
  ) throws(SystemError) {
    self.threads = ConnectionThreads(atMost: threads, stack: stack ?? SystemThread.smallStack)
    core = try ServerCore(port: port, limits: limits, onEvent: onEvent, handler: handler)
    try core.start(begin, allServed: { [self] in self.threads.awaitEnd() })
  }

  // [scalability-vs-speed 01:47] A thread for each client.
  /// Answers one client's requests, one after another; while it waits, for the client or in the handler, its thread waits.
  private func serve(_ connection: ServerConnection, _ loop: EventLoop) {
    while let request = connection.nextRequest() {
      let response = core.answer(request, blocking: loop)
      connection.send(response)
    }
  }

  private func begin(_ socket: StreamSocket) {
    do throws(SystemError) {
      let isStarted = try threads.start { [self] in
        let loop = EventLoop(time: .real())
        serve(ServerConnection(socket, core: core, loop: loop, context: ThreadContext()), loop)
        core.close(socket)
      }
      if isStarted {
        core.isServing()
      } else {
        core.turnAway(socket, because: .full(threads: threads.most ?? 0))
      }
    } catch {
      core.turnAway(socket, because: .noThread(error))
    }
  }
}
