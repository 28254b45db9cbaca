import EventLoop
public import Platform

/// Serves all clients on one thread, with one event loop: whoever waits lets the others go on.
///
///     let server = try EventLoopServer { request in
///       try await request.wait(for: .milliseconds(50))
///       return Response(.ok, body: "Hello")
///     }
public final class EventLoopServer: Server {
  private let front: Front
  private let loop = EventLoop(time: .real())
  private let guests = Guests()
  private let desk = Desk()

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
    front = try Front(port: port, limits: limits, onTrouble: onTrouble, handler: handler)
    do throws(SystemError) {
      let door = try loop.watch(front.listener.socket.number)
      guests.keep(try SystemThread(stack: SystemThread.smallStack) { [self] in run(door) })
    } catch {
      front.listener.socket.close()
      throw error
    }
  }

  /// Welcomes everybody who comes, and serves each in a task of their own.
  private nonisolated(nonsending) func welcome(at door: SocketWatch) async throws {
    while true {
      switch front.admit() {
      case .connection(let connection): begin(connection)
      case .turnedAway: await Task.yield()
      case .nobody: _ = try await door.wait(for: .reading)
      case .cannotAccept: try await loop.sleep(for: Front.pause)
      }
    }
  }

  // [scalability-vs-speed 01:18] [scalability-vs-speed 01:20] [scalability-vs-speed 01:47] A task for each client, on one thread.
  /// Answers one client's requests, one after another; while it waits, for the client or in the handler, others run.
  private nonisolated(nonsending) func serve(_ connection: EventLoopConnection) async {
    while let request = await connection.nextRequest() {
      let response = await front.answer(request, pace: .giving(loop))
      guard await connection.send(response) else { return }
    }
  }

  // MARK: Beginning and ending

  private func begin(_ descriptor: StreamSocket) {
    let task = Task(executorPreference: loop) { [self] in
      do throws(SystemError) {
        let connection = try EventLoopConnection(descriptor, front: front, loop: loop, desk: desk)
        front.isServing()
        await serve(connection)
        connection.close()
      } catch {
        front.turnAway(descriptor, because: .cannotWatch(error))
      }
      guests.remove(descriptor)
    }
    guests.add(descriptor, task)
  }

  private func run(_ door: SocketWatch) {
    // A stall can only come after the end was asked for, from a handler that waits for something that never comes.
    try? loop.run { [self] in
      let welcoming = Task(executorPreference: loop) { [self] in try await welcome(at: door) }
      await guests.endAsked()
      welcoming.cancel()
      _ = await welcoming.result
      front.beginToStop()
      await guests.allGone()
    }
    door.end()
    front.hasEnded()
  }

  /// Stops; a handler that waits when the grace is over is cancelled.
  public func stop(within grace: Duration) -> Bool {
    guests.askForEnd()
    let inTime = front.awaitEnd(within: grace) { guests.cancelAll() }
    let thread = guests.takeThread()
    if front.isEnded { thread?.join() } else { thread?.leave() }
    return inTime
  }

  /// The port it listens at.
  public var port: UInt16 { front.listener.port }

  /// What it has done so far.
  public var counts: ServerCounts { front.counts }
}
