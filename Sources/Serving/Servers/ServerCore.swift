import Dispatch
import EventLoop
import Platform

/// What the three servers have in common: how they accept connections, the handler, the counts, and how it all ends.
package final class ServerCore: Sendable {
  private struct State {
    var open: Set<StreamSocket> = []
    var isStopping = false
    /// Accepting failed the last time.
    var cannotAccept = false
    /// The last connection that was accepted could not be served.
    var cannotServe = false
    var thread: SystemThread?
    /// Ends what handlers wait for, as far as that can be.
    var cut: @Sendable () -> Void = {}
    var isEnded = false
    var counts = ServerCounts()
    /// The bytes of requests that are held for all clients.
    var held = 0
  }

  /// How long to accept nothing after that has failed.
  private static let pause = Duration.milliseconds(20)

  let listener: ListeningSocket
  let limits: Limits
  /// The loop that accepts connections; a server with one thread serves them there, too.
  let loop = EventLoop(time: .real())
  private let watch: SocketWatch
  private let handler: Handler
  private let onEvent: @Sendable (ServerEvent) -> Void
  private let state = Guarded(State())
  private let ended = DispatchSemaphore(value: 0)

  init(
    port: UInt16, limits: Limits, onEvent: @escaping @Sendable (ServerEvent) -> Void,
    handler: @escaping Handler
  ) throws(SystemError) {
    listener = try ListeningSocket(port: port)
    do throws(SystemError) { watch = try loop.watch(listener.socket.number) } catch {
      listener.socket.close()
      throw error
    }
    self.limits = limits
    self.onEvent = onEvent
    self.handler = handler
  }

  var counts: ServerCounts { state.withLock { $0.counts } }
  var isStopping: Bool { state.withLock { $0.isStopping } }

  // MARK: Beginning and ending

  /// Begins to serve on a thread of its own; where that cannot be, nothing is left behind.
  ///
  /// - Parameters:
  ///   - begin: begins to serve a connection, and does not wait for its end.
  ///   - allServed: waits until there is no connection any more.
  ///   - cut: ends what handlers wait for, as far as that can be.
  func start(
    _ begin: @escaping @Sendable (StreamSocket) -> Void, allServed: @escaping @Sendable () async -> Void,
    cut: @escaping @Sendable () -> Void = {}
  ) throws(SystemError) {
    do throws(SystemError) {
      let thread = try SystemThread(stack: SystemThread.smallStack) { [self] in
        // A stall can only come after the end was asked for, from a handler that waits for something that never comes.
        try? loop.run { [self] in
          try? await acceptAll(begin)
          await allServed()
        }
        listener.socket.close()
        state.withLock { ($0.isEnded, $0.cut) = (true, {}) }
        ended.signal()
      }
      state.withLock { ($0.thread, $0.cut) = (thread, cut) }
    } catch {
      watch.end()
      listener.socket.close()
      throw error
    }
  }

  /// Accepts no connection any more and receives nothing more. What is complete is still answered. After the grace, cuts the
  /// connections and waits a moment more.
  ///
  /// - Returns: whether the server has ended in time.
  func stop(within grace: Duration) -> Bool {
    state.withLock { state in
      state.isStopping = true
      for socket in state.open { socket.endReading() }
    }
    watch.end()
    let isInTime = ended.wait(timeout: .now() + .milliseconds(Int(grace.inMillisecondsRoundedUp))) == .success
    if !isInTime {
      let cut = state.withLock { state in
        for socket in state.open { socket.cut() }
        return state.cut
      }
      cut()
      _ = ended.wait(timeout: .now() + .milliseconds(500))
    }
    ended.signal()
    let (thread, isEnded) = state.withLock { ($0.thread.take(), $0.isEnded) }
    if isEnded { thread?.join() } else { thread?.leave() }
    return isInTime
  }

  // MARK: Connections

  /// Accepts connections, and begins to serve each.
  ///
  /// - Throws: `CancellationError` when the server stops.
  private nonisolated(nonsending) func acceptAll(_ begin: (StreamSocket) -> Void) async throws {
    while !isStopping {
      let next: StreamSocket?
      do throws(SystemError) { next = try listener.accept() } catch {
        let isNew = state.withLock { state in
          defer { state.cannotAccept = true }
          return !state.cannotAccept
        }
        if isNew { onEvent(.cannotAccept(error)) }
        try await loop.sleep(for: Self.pause)
        continue
      }
      if let socket = next, admits(socket) {
        begin(socket)
      } else if let socket = next {
        turnAway(socket)
        await Task.yield()
      } else {
        _ = try await watch.wait(for: .reading)
      }
    }
  }

  /// Counts a connection in, if there is room for it.
  private func admits(_ socket: StreamSocket) -> Bool {
    state.withLock { state in
      state.cannotAccept = false
      guard !state.isStopping, state.open.count < limits.connections else { return false }
      state.open.insert(socket)
      state.counts.connections += 1
      return true
    }
  }

  /// Closes a connection that was accepted.
  func close(_ socket: StreamSocket) {
    // Under the lock, so that no socket is shut down whose number is another's by then.
    state.withLock { state in
      if state.open.remove(socket) != nil { socket.close() }
    }
  }

  /// Closes a connection that was accepted and cannot be served.
  func turnAway(_ socket: StreamSocket, because event: ServerEvent) {
    let isNew = state.withLock { state in
      state.open.remove(socket)
      state.counts.connections -= 1
      defer { state.cannotServe = true }
      return !state.cannotServe
    }
    if isNew { onEvent(event) }
    turnAway(socket)
  }

  /// Notes that a connection is served: if the next cannot be, that is news.
  func isServing() { state.withLock { $0.cannotServe = false } }

  private func turnAway(_ socket: StreamSocket) {
    state.withLock { $0.counts.turnedAway += 1 }
    let refusal = Refusal(.serviceUnavailable, "too many connections; try again later")
    _ = socket.write(ResponseWriter.bytes(of: refusal.response, keepsAlive: false)[...])
    socket.endWriting()
    // What has come already is taken off; else the system would withdraw the answer together with it.
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { _ = socket.read(into: $0) }
    socket.close()
  }

  /// Accounts for bytes that are held for a client, or, below zero, no longer.
  func hold(_ bytes: Int) {
    if bytes != 0 { state.withLock { $0.held += bytes } }
  }

  /// Accounts for more bytes of a client that holds some already. Where there is no room for them, the client is to be refused:
  /// then all that it holds is given back in the same step, so that no other is refused for its sake.
  func hold(_ more: Int, orGiveBack held: Int) -> Bool {
    state.withLock { state in
      let hasRoom = state.held + more <= limits.held
      state.held += hasRoom ? more : -held
      return hasRoom
    }
  }

  // MARK: Answering

  /// Lets the handler answer, and gives it no thread but the calling one, however long it waits.
  func answer(_ request: HTTPRequest, blocking loop: EventLoop) -> HTTPResponse {
    do {
      return try loop.run { [self] in await answer(request, .keepsThread(loop)) }
    } catch {
      return failure(error)
    }
  }

  /// Lets the handler answer.
  nonisolated(nonsending) func answer(_ request: HTTPRequest, _ waitMode: WaitMode) async -> HTTPResponse {
    var request = request
    request.waitMode = waitMode
    do {
      let response = try await handler(request)
      count { $0.answered += 1 }
      return response
    } catch {
      return failure(error)
    }
  }

  private func failure(_ error: any Error) -> HTTPResponse {
    count { $0.failed += 1 }
    onEvent(.handlerFailed("\(error)"))
    return HTTPResponse(.internalServerError, body: "the handler failed\n")
  }

  func count(_ change: (inout ServerCounts) -> Void) { state.withLock { change(&$0.counts) } }
}
