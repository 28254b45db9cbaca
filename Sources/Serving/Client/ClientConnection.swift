import EventLoop
import Platform

/// A connection to a server on this machine, opened when it is first needed and kept while the server keeps it.
///
/// It asks for one thing at a time, and never waits by itself: it says what it waits for. So the same connection keeps the thread
/// meanwhile, or gives it back.
final class ClientConnection: @unchecked Sendable {
  private enum Stage {
    case closed
    case connecting
    case sending
    case receiving
    /// Open, with nothing under way.
    case idle
  }

  private let port: UInt16
  private let loop: EventLoop
  private let context: ThreadContext
  private var stage = Stage.closed
  private var socket: StreamSocket?
  private var watch: SocketWatch?
  private var unsent: ArraySlice<UInt8> = []
  private var reader = ResponseReader()
  /// Whether the connection has brought an answer before.
  private var isKept = false

  init(port: UInt16, loop: EventLoop, context: ThreadContext) {
    self.port = port
    self.loop = loop
    self.context = context
  }

  deinit { close() }

  func close() {
    watch?.end()
    socket?.close()
    (stage, socket, watch, isKept) = (.closed, nil, nil, false)
  }

  // MARK: Asking

  /// Asks, and keeps the thread until the answer is there.
  func exchange(_ request: [UInt8], until deadline: LoopClock.Instant) throws(ClientError) -> HTTPResponse {
    begin(request)
    while let readiness = try advance(request) {
      let left = loop.clock.now.duration(to: deadline)
      guard loop.blocked({ socket!.block(for: readiness, atMost: left) }) else { throw failed(.timedOut) }
    }
    return reader.response
  }

  /// Asks, and gives the thread back until the answer is there.
  nonisolated(nonsending) func exchange(
    _ request: [UInt8], until deadline: LoopClock.Instant
  ) async throws(ClientError) -> HTTPResponse {
    begin(request)
    while let readiness = try advance(request) {
      let watch = try watched()
      let isReady = try? await loop.suspended { try await watch.wait(for: readiness, until: deadline) }
      // Without an answer to that, the task was cancelled.
      guard isReady == true else { throw failed(isReady == nil ? .broken : .timedOut) }
    }
    return reader.response
  }

  private func watched() throws(ClientError) -> SocketWatch {
    if let watch { return watch }
    do throws(SystemError) {
      let made = try loop.watch(socket!.number)
      watch = made
      return made
    } catch {
      throw failed(.cannotConnect(error))
    }
  }

  private func failed(_ error: ClientError) -> ClientError {
    close()
    return error
  }

  // MARK: The exchange, without a wait

  private func begin(_ request: [UInt8]) {
    if stage == .idle { stage = .sending }
    unsent = request[...]
    reader = ResponseReader()
  }

  /// Goes on as far as it goes without waiting.
  ///
  /// - Returns: what has to be waited for; `nil` when the answer is complete.
  private func advance(_ request: [UInt8]) throws(ClientError) -> Readiness? {
    while true {
      switch stage {
      case .closed:
        try connect()
        return .writing
      case .connecting:
        if let error = socket!.connectionError { throw failed(.cannotConnect(error)) }
        stage = .sending
      case .sending:
        guard send() else { return .writing }
        stage = .receiving
        // Nothing can be here yet: waiting first saves a read in vain.
        return .reading
      case .receiving:
        switch receive() {
        case .wouldBlock: return .reading
        case .bytes: return nil
        // A server may close a connection that is idle just as the next request is on its way; that is no failure.
        case .end where isKept && reader.isUntouched, .failed where isKept && reader.isUntouched:
          close()
          begin(request)
        case .end, .failed: throw failed(.broken)
        }
      case .idle: preconditionFailure("nothing was asked for")
      }
    }
  }

  private func connect() throws(ClientError) {
    do throws(SystemError) {
      let socket = try StreamSocket.open()
      self.socket = socket
      try socket.connect(toPort: port)
      stage = .connecting
    } catch {
      throw failed(.cannotConnect(error))
    }
  }

  /// Sends as much as there is room for. Returns whether that was all.
  private func send() -> Bool {
    while !unsent.isEmpty {
      switch socket!.write(unsent) {
      case .bytes(let count): unsent = unsent.dropFirst(count)
      case .wouldBlock: return false
      // Turned away before it could ask: the reason may have come all the same.
      case .end, .failed: return true
      }
    }
    return true
  }

  /// Receives what is there. Returns `bytes` when the answer is complete, and `end` when it never will be.
  private func receive() -> Transfer {
    while true {
      let outcome = socket!.read(into: context.buffer)
      switch outcome {
      case .bytes(let count): reader.receive(UnsafeRawBufferPointer(rebasing: context.buffer[..<count]))
      case .end: reader.receiveEnd()
      case .wouldBlock, .failed: return outcome
      }
      if reader.isComplete {
        if reader.keepsAlive, outcome != .end { (stage, isKept) = (.idle, true) } else { close() }
        return .bytes(0)
      }
      if reader.isMalformed { return .end }
      if case .bytes(let count) = outcome, count < context.buffer.count { return .wouldBlock }
    }
  }
}
