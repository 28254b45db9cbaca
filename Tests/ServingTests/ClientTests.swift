import EventLoop
import Platform
import XCTest

@testable import Serving

/// One client, two ways to call it: both come to the same, and say what went wrong in the same words.
final class ClientTests: XCTestCase {
  /// What both ways come to.
  private func get(
    _ path: String, port: UInt16, patience: Duration = .seconds(20)
  ) throws -> [Result<HTTPResponse, ClientError>] {
    let loop = EventLoop(time: .real())
    let client = HTTPClient(port: port, loop: loop, patience: patience)
    let keeping = { @Sendable () -> Result<HTTPResponse, ClientError> in
      do throws(ClientError) { return .success(try client.get(path)) } catch { return .failure(error) }
    }
    return try loop.run {
      let first = keeping()
      do throws(ClientError) { return [first, .success(try await client.get(path))] } catch {
        return [first, .failure(error)]
      }
    }
  }

  func testBothWaysGetThePageFromEveryServer() throws {
    try withEachServer { server, name in
      for (path, code, body) in [
        ("/", 200, "hello"), ("/wait", 200, "waited"), ("/nowhere", 404, "nothing here"),
      ] {
        for result in try get(path, port: server.port) {
          let response = try result.get()
          XCTAssertEqual(response.status.code, code, "\(name), \(path)")
          XCTAssertEqual(String(decoding: response.body, as: UTF8.self), body, "\(name), \(path)")
          XCTAssertEqual(response.headers["content-length"], "\(body.utf8.count)", "\(name), \(path)")
        }
      }
      for result in try get("/large", port: server.port) {
        XCTAssertEqual(try result.get().body, [UInt8](repeating: 120, count: 8_000_000), name)
      }
    }
  }

  func testBothWaysSendHeadersAndABody() throws {
    let server = try EventLoopServer { request in
      let text = String(decoding: request.body, as: UTF8.self)
      return HTTPResponse(
        body: "\(request.method) \(request.target) \(request.headers["Key"] ?? "none") \(text)")
    }
    defer { server.stop() }
    let loop = EventLoop(time: .real())
    let client = HTTPClient(port: server.port, loop: loop, patience: .seconds(20))
    let keeping = { @Sendable (headers: Headers, body: String) in
      try client.post("/sales?of=today", headers: headers, body: body)
    }
    let answers = try loop.run {
      var answers: [HTTPResponse] = []
      for (headers, body) in [(["Key": "7\r\nOther: 8"] as Headers, "é\r\n\r\nx"), ([:], "")] {
        answers.append(try keeping(headers, body))
        answers.append(try await client.post("/sales?of=today", headers: headers, body: body))
      }
      return answers
    }
    let full = "POST /sales?of=today 7  Other: 8 é\r\n\r\nx"
    let empty = "POST /sales?of=today none "
    XCTAssertEqual(answers.map { String(decoding: $0.body, as: UTF8.self) }, [full, full, empty, empty])
  }

  /// What is sent may have been done when the answer breaks off: it is sent once, and the caller is told.
  func testAnAnswerThatBreaksOffIsNoAnswerAndNothingIsSentAgain() throws {
    for length in [0, 5, 100_000] {
      let asked = Guarded(0)
      let server = try EventLoopServer { _ in
        asked.withLock { $0 += 1 }
        var response = HTTPResponse(body: String(repeating: "x", count: length))
        response.breaksOff = true
        return response
      }
      defer { server.stop() }
      let loop = EventLoop(time: .real())
      let client = HTTPClient(port: server.port, loop: loop, patience: .seconds(20))
      let error = try loop.run { () -> ClientError? in
        do throws(ClientError) {
          _ = try await client.post("/", body: "once")
          return nil
        } catch { return error }
      }
      XCTAssertEqual(error, .broken, "\(length) bytes")
      XCTAssertEqual(asked.withLock(\.self), 1, "\(length) bytes")
    }
  }

  func testOneKeepsTheThreadAndTheOtherGivesItBack() throws {
    let server = try EventLoopServer(handler: ThreeServers.site)
    defer { server.stop() }
    for (isAwaited, verb) in [(false, Verb.block), (true, .sleep)] {
      let observer = Watching()
      let loop = EventLoop(time: .real(), observer: observer)
      let client = HTTPClient(port: server.port, loop: loop, patience: .seconds(20))
      let keeping = { @Sendable in _ = try client.get("/wait") }
      let ticks = try loop.run {
        let ticks = Task(executorPreference: loop) {
          var ticks = 0
          while !Task.isCancelled {
            ticks += 1
            await Task.yield()
          }
          return ticks
        }
        await Task.yield()
        if isAwaited { _ = try await client.get("/wait") } else { try keeping() }
        ticks.cancel()
        return await ticks.value
      }
      XCTAssertEqual(Set(observer.journal.entries), [verb])
      if isAwaited { XCTAssertGreaterThan(ticks, 3) } else { XCTAssertLessThan(ticks, 4) }
    }
  }

  func testWhatGoesWrongIsNamed() throws {
    let server = try EventLoopServer(handler: ThreeServers.site)
    for result in try get("/wait", port: server.port, patience: .milliseconds(2)) {
      XCTAssertEqual(result, .failure(.timedOut))
    }
    server.stop()
    for result in try get("/", port: server.port) {
      XCTAssertEqual(result, .failure(.cannotConnect(SystemError("connect", code: ECONNREFUSED))))
    }
    for answer in ["", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", "nonsense\r\n\r\n"] {
      let raw = try RawServer { _ in answer }
      for result in try get("/", port: raw.port) { XCTAssertEqual(result, .failure(.broken), answer) }
    }
  }

  func testAPageMayEndWithItsConnection() throws {
    let raw = try RawServer { _ in "HTTP/1.0 200 OK\r\n\r\nto the end" }
    for result in try get("/", port: raw.port) {
      XCTAssertEqual(String(decoding: try result.get().body, as: UTF8.self), "to the end")
    }
  }

  /// The server closes each connection after one answer, and says that it would keep it.
  func testAConnectionThatWasClosedWhileIdleIsOpenedAnew() throws {
    let raw = try RawServer { "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n\($0)" }
    let loop = EventLoop(time: .real())
    let connection = ClientConnection(port: raw.port, loop: loop, context: ThreadContext())
    defer { connection.close() }
    let request = HTTPClient.request("/")
    let deadline = LoopClock.Instant(offset: .seconds(20))
    for number in 1...3 {
      let response = try connection.exchange(request, until: deadline)
      XCTAssertEqual(String(decoding: response.body, as: UTF8.self), "\(number)")
    }
  }

  func testAnyPieceOfAResponseIsRead() {
    let responses: [(text: String, status: Int, body: String, keepsAlive: Bool, endsByItself: Bool)] = [
      ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", 200, "abc", true, true),
      ("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", 204, "", false, true),
      (
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n", 200, "abcd",
        true, true
      ),
      ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", 503, "", true, true),
      ("HTTP/1.0 200 OK\r\n\r\nabc", 200, "abc", false, false),
    ]
    for (text, status, body, keepsAlive, endsByItself) in responses {
      let bytes = Array(text.utf8)
      for cut in bytes.indices {
        var reader = ResponseReader()
        for piece in [bytes[..<cut], bytes[cut...]] where !piece.isEmpty {
          piece.withUnsafeBytes { reader.receive($0) }
        }
        XCTAssertEqual(reader.isComplete, endsByItself, "\(text) cut at \(cut)")
        if !endsByItself { reader.receiveEnd() }
        XCTAssertTrue(reader.isComplete)
        XCTAssertEqual(reader.response.status.code, status)
        XCTAssertEqual(String(decoding: reader.response.body, as: UTF8.self), body, "\(text) cut at \(cut)")
        XCTAssertEqual(reader.keepsAlive, keepsAlive, "\(text) cut at \(cut)")
      }
    }
    for text in [
      "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "HTTP/1.1 200 OK\r\nbroken\r\n\r\n",
      "HTTP/1.1 2 OK\r\n\r\n",
    ] {
      var reader = ResponseReader()
      Array(text.utf8).withUnsafeBytes { reader.receive($0) }
      XCTAssertTrue(reader.isMalformed, text)
    }
  }
}

/// Writes down what tasks do on a loop.
private struct Watching: LoopObserver {
  let journal = Journal<Verb>()

  func began(_ verb: Verb, at instant: Duration) { journal.append(verb) }
  func ended(_ verb: Verb, at instant: Duration) {}
}

/// Takes one request from each connection, sends whatever it is told to, and closes the connection.
private final class RawServer: Sendable {
  private let listener: ListeningSocket
  private let isOver = Guarded(false)
  private let thread: JoinableThread<Void>

  var port: UInt16 { listener.port }

  /// - Parameter answer: what is sent over each connection, by its number from 1.
  init(_ answer: @escaping @Sendable (Int) -> String) throws {
    let (listener, isOver) = (try ListeningSocket(port: 0), isOver)
    self.listener = listener
    thread = JoinableThread {
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
      defer { buffer.deallocate() }
      var number = 0
      while !isOver.withLock({ $0 }) {
        guard listener.socket.block(for: .reading, atMost: .milliseconds(10)),
          let socket = try listener.accept()
        else { continue }
        number += 1
        _ = socket.block(for: .reading, atMost: .seconds(20))
        _ = socket.read(into: buffer)
        _ = socket.write(Array(answer(number).utf8)[...])
        socket.close()
      }
      listener.socket.close()
    }
  }

  deinit {
    isOver.withLock { $0 = true }
    try? thread.join()
  }
}
