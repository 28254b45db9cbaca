import EventLoop
import Platform

/// A user who asks over a connection that is kept, and opened anew when it has ended.
final class SocketClient: LoadClient, @unchecked Sendable {
  private struct Connection {
    var descriptor: StreamSocket
    var watch: SocketWatch
    var hasServed = false
  }

  /// Why a request came to nothing.
  private enum Failure: Error {
    case timedOut
    /// Nobody listens, or there is no descriptor for one more connection.
    case refused
    case broken
  }

  private let port: UInt16
  private let request: [UInt8]
  private let loop: EventLoop
  private let desk: Desk
  private var connection: Connection?

  init(port: UInt16, target: String, loop: EventLoop, desk: Desk) {
    self.port = port
    self.loop = loop
    self.desk = desk
    request = Array("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
  }

  nonisolated(nonsending) func ask(until deadline: Duration) async -> (Outcome, at: Duration) {
    let outcome: Outcome
    do throws(Failure) {
      outcome = try await exchange(until: LoopClock.Instant(offset: deadline))
    } catch {
      close()
      switch error {
      case .timedOut: outcome = .timedOut
      case .refused: outcome = .turnedAway
      case .broken: outcome = .failed
      }
    }
    return (outcome, loop.clock.now.offset)
  }

  func close() {
    connection?.watch.end()
    connection?.descriptor.close()
    connection = nil
  }

  private nonisolated(nonsending) func exchange(until deadline: LoopClock.Instant) async throws(Failure)
    -> Outcome
  {
    // A server may close a connection that is idle just as the next request is on its way; that is nobody's failure.
    let isKept = connection?.hasServed == true
    do throws(Failure) {
      return try await exchangeOnce(until: deadline)
    } catch {
      guard isKept, error == .broken else { throw error }
      close()
      return try await exchangeOnce(until: deadline)
    }
  }

  private nonisolated(nonsending) func exchangeOnce(
    until deadline: LoopClock.Instant
  ) async throws(Failure) -> Outcome {
    let current = if let connection { connection } else { try await connect(until: deadline) }
    try await send(over: current, until: deadline)
    let response = try await receive(over: current, until: deadline)
    if response.keepsAlive { connection?.hasServed = true } else { close() }
    return response.status == 503 ? .turnedAway : (200..<400).contains(response.status) ? .answered : .failed
  }

  // MARK: Connecting and sending

  private nonisolated(nonsending) func connect(until deadline: LoopClock.Instant) async throws(Failure)
    -> Connection
  {
    guard let descriptor = try? StreamSocket.open() else { throw .refused }
    guard let watch = try? loop.watch(descriptor.number) else {
      descriptor.close()
      throw .refused
    }
    let made = Connection(descriptor: descriptor, watch: watch)
    connection = made
    do { try descriptor.connect(toPort: port) } catch { throw .refused }
    try await wait(for: .writing, made, until: deadline)
    guard descriptor.isConnected else { throw .refused }
    return made
  }

  private nonisolated(nonsending) func send(
    over connection: Connection, until deadline: LoopClock.Instant
  ) async throws(Failure) {
    var rest = request[...]
    while !rest.isEmpty {
      switch connection.descriptor.write(rest) {
      case .bytes(let count): rest = rest.dropFirst(count)
      case .wouldBlock: try await wait(for: .writing, connection, until: deadline)
      // Turned away before it could ask: the reason may have come all the same.
      case .end, .failed: return
      }
    }
  }

  // MARK: Receiving

  private nonisolated(nonsending) func receive(
    over connection: Connection, until deadline: LoopClock.Instant
  ) async throws(Failure) -> ResponseReader {
    var reader = ResponseReader()
    // Nothing can be here yet: waiting first saves a read in vain.
    var mayHaveMore = false
    while true {
      if !mayHaveMore { try await wait(for: .reading, connection, until: deadline) }
      switch connection.descriptor.read(into: desk.buffer) {
      case .bytes(let count):
        mayHaveMore = count == desk.buffer.count
        reader.receive(UnsafeRawBufferPointer(rebasing: desk.buffer[..<count]))
        if reader.isComplete { return reader }
        if reader.isMalformed { throw .broken }
      case .wouldBlock: mayHaveMore = false
      case .end:
        reader.receiveEnd()
        guard reader.isComplete else { throw .broken }
        return reader
      case .failed: throw .broken
      }
    }
  }

  private nonisolated(nonsending) func wait(
    for readiness: Readiness, _ connection: Connection, until deadline: LoopClock.Instant
  ) async throws(Failure) {
    let isReady: Bool
    do { isReady = try await connection.watch.wait(for: readiness, until: deadline) } catch { throw .broken }
    guard isReady else { throw .timedOut }
  }
}
