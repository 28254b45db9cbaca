import Dispatch
import Platform
import XCTest

@testable import Serving

/// The three servers speak HTTP alike.
final class ServerTests: XCTestCase {
  func testAnswersAndKeepsTheConnection() throws {
    try withEachServer { server, name in
      let client = try TestClient(port: server.port)
      for _ in 1...3 {
        client.get("/")
        let answer = client.receive(upTo: "hello")
        XCTAssertEqual(answer?.statuses, [200], name)
        XCTAssertEqual(answer?.contains("\r\nContent-Length: 5\r\n"), true, name)
        XCTAssertEqual(answer?.contains(" GMT\r\n"), true, name)
      }
      XCTAssertEqual(server.counts.connections, 1, name)
      XCTAssertEqual(server.counts.answered, 3, name)
      XCTAssertGreaterThan(server.counts.coreTime, .zero, name)
    }
  }

  func testWhatEachTargetGets() throws {
    let cases: [(request: String, status: Int, end: String)] = [
      ("GET /wait HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 200, "\r\n\r\nwaited"),
      ("GET /else HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404, "\r\n\r\nnothing here"),
      ("GET /fail HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 500, "\r\n\r\nthe handler failed\n"),
      ("GET / HTTP/1.0\r\n\r\n", 200, "Connection: close\r\n\r\nhello"),
      (
        "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 200,
        "Content-Length: 5\r\nConnection: close\r\n\r\n"
      ),
      (
        "GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 204,
        "GMT\r\nConnection: close\r\n\r\n"
      ),
      (
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc", 200,
        "\r\n\r\nabc"
      ),
      (
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
        200, "\r\n\r\nabc"
      ),
      (
        "GET /headers HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 200,
        "\r\nX: a  Y: b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
      ),
    ]
    try withEachServer { server, name in
      for (request, status, end) in cases {
        let client = try TestClient(port: server.port)
        client.send(request)
        let answer = client.receive()
        XCTAssertEqual(answer?.statuses, [status], "\(name): \(request)")
        XCTAssertEqual(answer?.hasSuffix(end), true, "\(name): \(request) gets \(answer ?? "nothing")")
      }
      XCTAssertEqual(server.counts.failed, 1, name)
    }
  }

  func testPipelinedRequestsAreAnsweredInOrder() throws {
    try withEachServer { server, name in
      let client = try TestClient(port: server.port)
      let requests = (1...50).map { number in
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n<\(number + 9)>"
      }
      client.send(requests.joined() + "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let answer = client.receive() ?? ""
      XCTAssertEqual(answer.statuses, [Int](repeating: 200, count: 51), name)
      var rest = answer[...]
      for number in 1...50 {
        guard let range = rest.firstRange(of: "<\(number + 9)>") else {
          return XCTFail("\(name): \(number) is missing")
        }
        rest = rest[range.upperBound...]
      }
    }
  }

  func testTheBodyIsAskedForBeforeItIsSent() throws {
    try withEachServer { server, name in
      let client = try TestClient(port: server.port)
      client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\nConnection: close\r\n\r\n"
      )
      XCTAssertEqual(client.receive(upTo: "\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n", name)
      client.send("abc")
      XCTAssertEqual(client.receive()?.hasSuffix("\r\n\r\nabc"), true, name)
      // A body beyond the limit is refused before it is sent.
      let greedy = try TestClient(port: server.port)
      greedy.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n")
      XCTAssertEqual(greedy.receive()?.statuses, [413], name)
    }
  }

  func testLargeAnswersArriveWhole() throws {
    try withEachServer { server, name in
      let client = try TestClient(port: server.port)
      client.get("/large", "Connection: close\r\n")
      let answer = client.receive { $0.utf8.count > 8_000_100 && $0.utf8.last == 120 && false }
      let body = answer.flatMap { text in
        text.firstRange(of: "\r\n\r\n").map { text[$0.upperBound...].utf8.count }
      }
      XCTAssertEqual(body, 8_000_000, name)
    }
  }

  func testOnlyTheServerThatServesOneAtATimeLetsTheOthersWait() throws {
    // Each handler notes its begin and end: they overlap, or they do not, whatever the machine's speed.
    let journal = Journal<Bool>()
    let handler: Handler = { request in
      journal.append(true)
      try await request.wait(for: .milliseconds(20))
      journal.append(false)
      return HTTPResponse(.ok, body: "done")
    }
    func mostAtOnce(_ server: any Server, _ name: String) throws -> Int {
      let before = journal.entries.count
      let clients = try (1...4).map { _ in try TestClient(port: server.port) }
      for client in clients { client.get("/") }
      for client in clients { XCTAssertEqual(client.receive(upTo: "done")?.statuses, [200], name) }
      var (running, most) = (0, 0)
      for isBegin in journal.entries[before...] {
        running += isBegin ? 1 : -1
        most = max(most, running)
      }
      return most
    }
    try withEachServer(handler: handler) { server, name in
      if server is OneAtATimeServer {
        for _ in 1...3 { XCTAssertEqual(try mostAtOnce(server, name), 1, name) }
      } else {
        // On a machine that is busy enough a request may be over before the next has come.
        let overlaps = try (1...100).contains { _ in try mostAtOnce(server, name) > 1 }
        XCTAssertTrue(overlaps, name)
      }
    }
  }

  /// While the first of A is answered, its second and the first of B arrive: both are there when the server looks again.
  func testOneAtATimeNobodyIsServedTwiceBeforeSomebodyWhoWaits() throws {
    let journal = Journal<String>()
    let (begun, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let server = try OneAtATimeServer { request in
      journal.append(request.target)
      begun.signal()
      mayEnd.wait()
      return HTTPResponse(.ok, body: request.target)
    }
    let (a, b) = (try TestClient(port: server.port), try TestClient(port: server.port))
    // Both have a seat before it begins, A in front.
    for (client, target) in [(a, "/a"), (b, "/b")] {
      mayEnd.signal()
      client.get(target)
      begun.wait()
      XCTAssertNotNil(client.receive(upTo: target))
    }
    a.get("/a1")
    begun.wait()
    a.get("/a2")
    b.get("/b1")
    for _ in 1...3 { mayEnd.signal() }
    XCTAssertNotNil(a.receive(upTo: "/a2"))
    XCTAssertNotNil(b.receive(upTo: "/b1"))
    XCTAssertTrue(server.stop())
    XCTAssertEqual(journal.entries, ["/a", "/b", "/a1", "/b1", "/a2"])
  }

  /// One client sends fifty requests at once; another's single request comes while the first of these is answered.
  func testAClientThatPipelinesDelaysAnotherByATurnAlone() throws {
    let journal = Journal<String>()
    let (begun, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let handler: Handler = { request in
      journal.append(request.target)
      begun.signal()
      mayEnd.wait()
      return HTTPResponse(.ok, body: request.target)
    }
    let servers: [any Server] = [
      try OneAtATimeServer(handler: handler), try EventLoopServer(handler: handler),
    ]
    for server in servers {
      let name = "\(type(of: server))"
      let (a, b) = (try TestClient(port: server.port), try TestClient(port: server.port))
      for (client, target) in [(a, "/a"), (b, "/b")] {
        mayEnd.signal()
        client.get(target)
        begun.wait()
        XCTAssertNotNil(client.receive(upTo: target), name)
      }
      let before = journal.entries.count
      a.send(String(repeating: "GET /n HTTP/1.1\r\nHost: a\r\n\r\n", count: 50))
      begun.wait()
      b.get("/one")
      for _ in 1...51 { mayEnd.signal() }
      XCTAssertNotNil(b.receive(upTo: "/one"), name)
      XCTAssertEqual(a.receive { $0.statuses.count == 50 && $0.hasSuffix("/n") }?.statuses.count, 50, name)
      XCTAssertLessThan(
        journal.entries.dropFirst(before).firstIndex(of: "/one").map { $0 - before } ?? .max, 4, name)
      for _ in 1...50 { begun.wait() }
      XCTAssertTrue(server.stop(), name)
    }
  }

  func testTheEventLoopServesAllOnOneThread() throws {
    let journal = Journal<UInt64>()
    let server = try EventLoopServer { request in
      try await request.wait(for: .milliseconds(5))
      journal.append(ThreadIdentity.current)
      return HTTPResponse(.ok, body: "done")
    }
    let clients = try (1...50).map { _ in try TestClient(port: server.port) }
    for client in clients { client.get("/") }
    for client in clients { XCTAssertEqual(client.receive(upTo: "done")?.statuses, [200]) }
    XCTAssertTrue(server.stop())
    XCTAssertEqual(journal.entries.count, 50)
    XCTAssertEqual(Set(journal.entries).count, 1)
  }

  func testATakenPortIsNamed() throws {
    try withEachServer { server, name in
      XCTAssertThrowsError(try EventLoopServer(port: server.port, handler: ThreeServers.site)) {
        XCTAssertTrue("\($0)".hasPrefix("bind: Address already in use"), "\($0)")
      }
    }
  }
}
