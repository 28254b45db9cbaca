import Dispatch
import EventLoop
import Platform

/// What the three servers have in common: the door, who is inside, what is counted, and how it all ends.
final class Front: Sendable {
  /// Who came to the door.
  enum Arrival {
    case connection(StreamSocket)
    /// Somebody, who was turned away.
    case turnedAway
    case nobody
    /// Nobody can be let in for now; try again after a while.
    case cannotAccept
  }

  private struct State {
    var inside: Set<StreamSocket> = []
    var isStopping = false
    /// The door could not be opened the last time.
    var isInTrouble = false
    /// The last who was let in could not be served.
    var isShort = false
    var isEnded = false
    var counts = ServerCounts()
  }

  /// How long to leave the door alone after it could not be opened.
  static let pause = Duration.milliseconds(20)

  let listener: ListeningSocket
  let limits: Limits
  private let handler: Handler
  private let onTrouble: @Sendable (Trouble) -> Void
  private let state = Guarded(State())
  private let ended = DispatchSemaphore(value: 0)

  init(
    port: UInt16, limits: Limits, onTrouble: @escaping @Sendable (Trouble) -> Void, handler: @escaping Handler
  ) throws(SystemError) {
    listener = try ListeningSocket(port: port)
    self.limits = limits
    self.onTrouble = onTrouble
    self.handler = handler
  }

  var counts: ServerCounts { state.withLock { $0.counts } }
  var isStopping: Bool { state.withLock { $0.isStopping } }
  var isEnded: Bool { state.withLock { $0.isEnded } }

  // MARK: The door

  func admit() -> Arrival {
    do throws(SystemError) {
      guard let connection = try listener.accept() else { return .nobody }
      let isWelcome = state.withLock { state in
        state.isInTrouble = false
        guard !state.isStopping, state.inside.count < limits.connections else { return false }
        state.inside.insert(connection)
        state.counts.connections += 1
        return true
      }
      if isWelcome { return .connection(connection) }
      turnAway(connection)
      return .turnedAway
    } catch {
      let isNew = state.withLock { state in
        defer { state.isInTrouble = true }
        return !state.isInTrouble
      }
      if isNew { onTrouble(.cannotAccept(error)) }
      return .cannotAccept
    }
  }

  /// Closes a connection that was let in.
  func close(_ connection: StreamSocket) {
    // Under the lock, so that nobody shuts a descriptor down that is someone else's by then.
    state.withLock { state in
      if state.inside.remove(connection) != nil { connection.close() }
    }
  }

  /// Closes a connection that was let in and cannot be served.
  func turnAway(_ connection: StreamSocket, because trouble: Trouble) {
    let isNew = state.withLock { state in
      state.inside.remove(connection)
      state.counts.connections -= 1
      defer { state.isShort = true }
      return !state.isShort
    }
    if isNew { onTrouble(trouble) }
    turnAway(connection)
  }

  /// Notes that one who was let in is served: if the next cannot be, that is news.
  func isServing() { state.withLock { $0.isShort = false } }

  private func turnAway(_ connection: StreamSocket) {
    state.withLock { $0.counts.turnedAway += 1 }
    let refusal = Refusal(.serviceUnavailable, "too many connections; try again later")
    _ = connection.write(ResponseWriter.bytes(of: refusal.response, keepsAlive: false)[...])
    connection.endWriting()
    // What has come already is taken off; else the system would withdraw the answer together with it.
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { _ = connection.read(into: $0) }
    connection.close()
  }

  // MARK: Answering

  /// Lets the handler answer, and gives it no thread but the calling one, however long it waits.
  func answer(_ request: Request, blocking loop: EventLoop) -> Response {
    do {
      return try loop.run { [self] in await answer(request, pace: .blocking(loop)) }
    } catch {
      return failure(error)
    }
  }

  /// Lets the handler answer.
  nonisolated(nonsending) func answer(_ request: Request, pace: Pace) async -> Response {
    var request = request
    request.pace = pace
    do {
      let response = try await handler(request)
      count { $0.answered += 1 }
      return response
    } catch {
      return failure(error)
    }
  }

  private func failure(_ error: any Error) -> Response {
    count { $0.failed += 1 }
    onTrouble(.handlerFailed("\(error)"))
    return Response(.internalServerError, body: "the handler failed\n")
  }

  func count(_ change: (inout ServerCounts) -> Void) { state.withLock { change(&$0.counts) } }

  // MARK: The end

  /// Lets nobody in any more and receives nothing more. What is complete is still answered.
  func beginToStop() {
    state.withLock { state in
      state.isStopping = true
      for connection in state.inside { connection.endReading() }
    }
  }

  /// Called when the last thread is about to end.
  func hasEnded() {
    listener.socket.close()
    state.withLock { $0.isEnded = true }
    ended.signal()
  }

  /// Waits for the end; after the grace, cuts the connections and waits a moment more. Returns whether all went in time.
  func awaitEnd(within grace: Duration, cut: () -> Void = {}) -> Bool {
    defer { ended.signal() }
    if ended.wait(timeout: .now() + .milliseconds(Int(grace.inMillisecondsRoundedUp))) == .success {
      return true
    }
    state.withLock { state in
      for connection in state.inside { connection.cut() }
    }
    cut()
    _ = ended.wait(timeout: .now() + .milliseconds(500))
    return false
  }
}
