import EventLoop
public import Platform

/// Serves all clients on one thread, one request after another: while a handler waits, everybody waits.
///
///     let server = try OneAtATimeServer { request in
///       try await request.wait(for: .milliseconds(50))
///       return Response(.ok, body: "Hello")
///     }
public final class OneAtATimeServer: Server {
  private let front: Front
  private let alarm: InterruptiblePoll
  private let thread = Guarded<SystemThread?>(nil)

  /// Begins to serve, on a thread of its own.
  ///
  /// - Parameters:
  ///   - port: the port to listen at; 0 for one that is free.
  ///   - limits: what a client may ask for.
  ///   - onTrouble: is told what the server survives; called on any thread.
  ///   - handler: answers a request.
  /// - Throws: what the system says if the port is taken, or if it has no descriptor or thread left.
  public init(
    port: UInt16 = 0, limits: Limits = Limits(), onTrouble: @escaping @Sendable (Trouble) -> Void = { _ in },
    handler: @escaping Handler
  ) throws(SystemError) {
    alarm = try InterruptiblePoll()
    front = try Front(port: port, limits: limits, onTrouble: onTrouble, handler: handler)
    do throws(SystemError) {
      let started = try SystemThread(stack: SystemThread.smallStack) { [self] in run() }
      thread.withLock { $0 = started }
    } catch {
      front.listener.socket.close()
      throw error
    }
  }

  // [scalability-vs-speed 01:47] One thread, and one request after another.
  /// Answers whoever has said something, one after another.
  ///
  /// A client that has not sent all of its request sits in the waiting room and holds nobody up. A handler that waits does.
  private func run() {
    let loop = EventLoop(time: .real())
    let room = WaitingRoom(front: front, alarm: alarm, loop: loop)
    while let ready = room.next() {
      for connection in ready {
        while let request = connection.request() {
          let response = front.answer(request, blocking: loop)
          connection.send(response)
        }
      }
    }
    front.hasEnded()
  }

  /// Stops; a handler that waits when the grace is over goes on waiting, and keeps its thread.
  public func stop(within grace: Duration) -> Bool {
    front.beginToStop()
    alarm.interrupt()
    let inTime = front.awaitEnd(within: grace)
    let thread = thread.withLock { $0.take() }
    if front.isEnded { thread?.join() } else { thread?.leave() }
    return inTime
  }

  /// The port it listens at.
  public var port: UInt16 { front.listener.port }

  /// What it has done so far.
  public var counts: ServerCounts { front.counts }
}
