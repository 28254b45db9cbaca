package import EventLoop
import Foundation
import Platform

/// A connection to a PostgreSQL server, with two ways to ask it: one keeps the thread until the answer is there, and the other,
/// which is awaited, gives it back. A connection asks for one thing at a time.
///
///     let connection = try await Connection.open("host=/tmp dbname=shop", on: loop)
///     let rows = try await connection.query("select name from users where id = $1", ["7"])
package final class Connection: @unchecked Sendable {
  /// The rows of an answer, from first to last, with their columns in order; `nil` for null.
  package typealias Rows = [[String?]]

  private let library: LibPQ
  private var loop: EventLoop
  private var handle: LibPQ.Handle?
  private var watch: SocketWatch?
  private let said = Guarded<[String]>([])

  /// What the server has remarked without being asked, oldest first.
  package var notices: [String] { said.withLock { $0 } }

  /// Whether something can be asked: the connection has not ended.
  package var isOpen: Bool { handle != nil }

  /// The server's number for this session.
  package var session: Int { handle.map { Int(library.backendID($0)) } ?? 0 }

  private init(_ info: String, on loop: EventLoop) throws(PostgresError) {
    library = try LibPQ.found()
    self.loop = loop
    handle = library.connectStart(info)
    guard let handle else { throw .disconnected("out of memory") }
    guard library.status(handle) != Status.bad else { throw lost() }
  }

  deinit { close() }

  /// Ends the connection.
  package func close() {
    watch?.end()
    watch = nil
    if let handle { library.finish(handle) }
    handle = nil
  }

  /// Goes on with another loop: its clock, and its thread where a query is awaited.
  package func use(_ loop: EventLoop) {
    watch?.end()
    watch = nil
    self.loop = loop
  }

  // MARK: Opening

  /// Connects, and gives the thread back meanwhile.
  ///
  /// - Parameters:
  ///   - info: where the server is, as libpq reads it: `host=… dbname=…`, or an address that begins with `postgres://`.
  ///   - deadline: after which time the attempt is given up.
  package nonisolated(nonsending) static func open(
    _ info: String, on loop: EventLoop, within time: Duration = .seconds(10)
  ) async throws -> Connection {
    let connection = try Connection(info, on: loop)
    let deadline = loop.clock.now.advanced(by: time)
    while let readiness = try connection.advanceOpening() {
      // While it connects, the library may go on with another socket.
      let watch = try loop.watch(connection.socket)
      defer { watch.end() }
      guard try await watch.wait(for: readiness, until: deadline) else { throw connection.ended(.timedOut) }
    }
    return connection
  }

  /// Connects, and keeps the thread until that is done.
  package static func open(
    _ info: String, on loop: EventLoop, within time: Duration = .seconds(10)
  ) throws(PostgresError) -> Connection {
    let connection = try Connection(info, on: loop)
    let deadline = loop.clock.now.advanced(by: time)
    while let readiness = try connection.advanceOpening() {
      guard connection.block(for: readiness, until: deadline) else { throw connection.ended(.timedOut) }
    }
    return connection
  }

  /// Returns what has to be waited for; `nil` when the connection is there.
  private func advanceOpening() throws(PostgresError) -> Readiness? {
    switch library.connectPoll(handle!) {
    case Polling.reading: return .reading
    case Polling.writing: return .writing
    case Polling.ok:
      _ = library.setNonBlocking(handle!, 1)
      // Instead of printing it to standard error.
      _ = library.setNoticeProcessor(
        handle!,
        { box, text in
          guard let box, let text else { return }
          let said = Unmanaged<Guarded<[String]>>.fromOpaque(box).takeUnretainedValue()
          said.withLock { $0.append(String(cString: text).trimmingCharacters(in: .whitespacesAndNewlines)) }
        }, Unmanaged.passUnretained(said).toOpaque())
      return nil
    default: throw lost()
    }
  }

  // MARK: Asking

  /// Asks, and keeps the thread until the answer is there.
  ///
  /// - Parameters:
  ///   - sql: one statement, with `$1`, `$2` … where its parameters belong.
  ///   - parameters: sent beside the text, never within it; `nil` for null.
  ///   - time: after which the query is cancelled and the connection ended.
  package func query(
    _ sql: String, _ parameters: [String?] = [], within time: Duration = .seconds(60)
  ) throws(PostgresError) -> Rows {
    let deadline = loop.clock.now.advanced(by: time)
    try send(sql, parameters)
    let answered: Result<Void, PostgresError> = loop.blocked {
      Result { () throws(PostgresError) in
        var isThere: Bool? = false
        while let readiness = try advance(isThere) {
          guard block(for: readiness, until: deadline) else { throw giveUp(.timedOut) }
          isThere = readiness == .reading ? true : nil
        }
      }
    }
    try answered.get()
    return try rows()
  }

  /// Asks, and gives the thread back until the answer is there.
  ///
  /// - Throws: also `CancellationError`; then the query is cancelled in the server, too, and the connection ended.
  package nonisolated(nonsending) func query(
    _ sql: String, _ parameters: [String?] = [], within time: Duration = .seconds(60)
  ) async throws -> Rows {
    let deadline = loop.clock.now.advanced(by: time)
    try send(sql, parameters)
    try await loop.suspended {
      var isThere: Bool? = false
      while let readiness = try advance(isThere) {
        do {
          guard try await watched().wait(for: readiness, until: deadline) else {
            throw PostgresError.timedOut
          }
        } catch {
          throw giveUp(error)
        }
        isThere = readiness == .reading ? true : nil
      }
    }
    return try rows()
  }

  private func send(_ sql: String, _ parameters: [String?]) throws(PostgresError) {
    guard let handle else { throw .disconnected("it was closed before") }
    guard !parameters.contains(where: { $0?.utf8.contains(0) == true }), !sql.utf8.contains(0) else {
      throw .refused(state: "22021", "a text with a zero byte in it")
    }
    let texts = parameters.map { $0.map { strdup($0) } }
    defer { for text in texts { free(text ?? nil) } }
    let pointers = texts.map { UnsafePointer($0 ?? nil) }
    guard library.send(handle, sql, Int32(pointers.count), nil, pointers, nil, nil, 0) == 1 else {
      throw lost()
    }
  }

  /// Sends what is unsent and takes in what is there. Returns what has to be waited for; `nil` when the answer is complete.
  ///
  /// - Parameter isThere: whether something can be taken in; `nil` if only the system knows, and asking it takes as long as taking.
  private func advance(_ isThere: Bool?) throws(PostgresError) -> Readiness? {
    guard let handle else { throw .disconnected("it was closed before") }
    var isThere = isThere
    while true {
      switch library.flush(handle) {
      case 0: break
      case 1:
        // A server that sends while it is sent to may wait for its own words to be taken.
        if isReady(for: .reading), library.consumeInput(handle) == 0 { throw lost() }
        isThere = nil
        if isReady(for: .writing) { continue }
        return .writing
      default: throw lost()
      }
      guard library.isBusy(handle) == 1 else { return nil }
      // Readiness is reported when it comes: what is there already has to be taken first.
      guard isThere ?? isReady(for: .reading) else { return .reading }
      if library.consumeInput(handle) == 0 { throw lost() }
      isThere = nil
    }
  }

  private func rows() throws(PostgresError) -> Rows {
    var rows: Rows = []
    var refusal: PostgresError?
    // All results are taken, also after an error: only then can the next query be sent.
    while let handle, let result = library.result(handle) {
      defer { library.clear(result) }
      switch library.resultStatus(result) {
      case ResultStatus.tuples: rows += read(result)
      case ResultStatus.command, ResultStatus.empty: break
      default: refusal = refusal ?? self.refusal(result)
      }
    }
    guard let handle else { throw .disconnected("it was closed before") }
    guard library.status(handle) != Status.bad else {
      let words = refusal?.description
      throw ended(words.map { .disconnected($0) } ?? .disconnected(message))
    }
    if let refusal { throw refusal }
    return rows
  }

  private func read(_ result: LibPQ.Handle) -> Rows {
    let columns = library.columnCount(result)
    return (0..<library.rowCount(result)).map { row in
      (0..<columns).map { column in
        guard library.isNull(result, row, column) == 0, let text = library.value(result, row, column) else {
          return nil
        }
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(library.length(result, row, column)))
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  private func refusal(_ result: LibPQ.Handle) -> PostgresError {
    func field(_ code: Character) -> String? {
      library.resultField(result, Int32(code.asciiValue!)).map { String(cString: $0) }
    }
    // C is the code, M the message.
    return .refused(state: field("C") ?? "", field("M") ?? message)
  }

  // MARK: Ending early

  /// Asks the server to stop working on the query, and ends the connection: what it still sends is not awaited.
  private func giveUp<Failure: Error>(_ error: Failure) -> Failure {
    if let handle, let request = library.makeCancel(handle) {
      let (library, request) = (library, UncheckedRequest(request))
      // To send the request means to connect once more, which may take its time: on a thread of its own.
      let cancel: @Sendable () -> Void = {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) {
          _ = library.cancel(request.handle, $0.baseAddress!, 256)
        }
        library.freeCancel(request.handle)
      }
      do { try SystemThread.detached(cancel) } catch { cancel() }
    }
    close()
    return error
  }

  private struct UncheckedRequest: @unchecked Sendable {
    let handle: LibPQ.Handle
    init(_ handle: LibPQ.Handle) { self.handle = handle }
  }

  private var message: String {
    guard let handle, let words = library.errorMessage(handle) else { return "nothing more is known" }
    // The first line says it; the others are hints for the person who runs a server.
    let first = String(cString: words).split(separator: "\n").first.map(String.init)
    return first ?? "the server has closed it"
  }

  private func lost() -> PostgresError { ended(.disconnected(message)) }

  private func ended(_ error: PostgresError) -> PostgresError {
    close()
    return error
  }

  // MARK: The socket

  private var socket: Int32 { handle.map(library.socket) ?? -1 }

  private func isReady(for readiness: Readiness) -> Bool {
    StreamSocket(borrowing: socket).block(for: readiness, atMost: .zero)
  }

  private func block(for readiness: Readiness, until deadline: LoopClock.Instant) -> Bool {
    StreamSocket(borrowing: socket).block(for: readiness, atMost: loop.clock.now.duration(to: deadline))
  }

  private func watched() throws -> SocketWatch {
    if let watch { return watch }
    let made = try loop.watch(socket)
    watch = made
    return made
  }

  // MARK: libpq's numbers

  private enum Status { static let bad: Int32 = 1 }
  private enum Polling { static let (reading, writing, ok): (Int32, Int32, Int32) = (1, 2, 3) }
  private enum ResultStatus { static let (empty, command, tuples): (Int32, Int32, Int32) = (0, 1, 2) }
}
