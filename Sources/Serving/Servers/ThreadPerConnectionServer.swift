import EventLoop
public import Platform

/// Serves each client on a thread of its own: while a handler waits, its thread waits, and the others go on.
///
///     let server = try ThreadPerConnectionServer { request in
///       try await request.wait(for: .milliseconds(50))
///       return Response(.ok, body: "Hello")
///     }
public final class ThreadPerConnectionServer: Server {
  private let front: Front
  private let alarm: InterruptiblePoll
  private let crew: Crew

  /// Begins to serve, with one thread that lets clients in.
  ///
  /// - Parameters:
  ///   - port: the port to listen at; 0 for one that is free.
  ///   - limits: what a client may ask for.
  ///   - threads: the most threads that serve at once; `nil` for as many as the system allows. Beyond, a client gets 503.
  ///   - stack: the address space of each of these threads, in bytes; `nil` for a quarter of a megabyte.
  ///   - onTrouble: is told what the server survives; called on any thread.
  ///   - handler: answers a request.
  /// - Throws: what the system says if the port is taken, or if it has no descriptor or thread left.
  public init(
    port: UInt16 = 0, limits: Limits = Limits(), threads: Int? = nil, stack: Int? = nil,
    onTrouble: @escaping @Sendable (Trouble) -> Void = { _ in }, handler: @escaping Handler
  ) throws(SystemError) {
    alarm = try InterruptiblePoll()
    crew = Crew(atMost: threads, stack: stack ?? SystemThread.smallStack)
    front = try Front(port: port, limits: limits, onTrouble: onTrouble, handler: handler)
    do throws(SystemError) {
      try crew.begin(isLeader: true) { [self] in run() }
    } catch {
      front.listener.socket.close()
      throw error
    }
  }

  /// Welcomes everybody who comes, and serves each on a thread of their own.
  private func welcome() {
    while !front.isStopping {
      switch front.admit() {
      case .connection(let connection): begin(connection)
      case .turnedAway: continue
      case .nobody: _ = alarm.block(for: [(front.listener.socket, .reading)], atMost: nil)
      case .cannotAccept: _ = alarm.block(for: [], atMost: Front.pause)
      }
    }
  }

  // [scalability-vs-speed 01:47] A thread for each client.
  /// Answers one client's requests, one after another; while it waits, for the client or in the handler, its thread waits.
  private func serve(_ connection: BlockingConnection, _ loop: EventLoop) {
    while let request = connection.nextRequest() {
      let response = front.answer(request, blocking: loop)
      connection.send(response)
    }
  }

  // MARK: Beginning and ending

  private func begin(_ descriptor: StreamSocket) {
    do throws(SystemError) {
      try crew.begin { [self] in
        let loop = EventLoop(time: .real())
        serve(BlockingConnection(descriptor, front: front, loop: loop, desk: Desk()), loop)
        front.close(descriptor)
      }
      front.isServing()
    } catch {
      front.turnAway(descriptor, because: .noThread(error))
    }
  }

  private func run() {
    welcome()
    crew.awaitOthers()
    front.hasEnded()
  }

  /// Stops; a handler that waits when the grace is over goes on waiting, and keeps its thread.
  public func stop(within grace: Duration) -> Bool {
    front.beginToStop()
    alarm.interrupt()
    let inTime = front.awaitEnd(within: grace)
    if front.isEnded { crew.joinLeader() } else { crew.leaveLeader() }
    return inTime
  }

  /// The port it listens at.
  public var port: UInt16 { front.listener.port }

  /// What it has done so far.
  public var counts: ServerCounts { front.counts }
}
