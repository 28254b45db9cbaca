import Dispatch
import EventLoop
import Foundation
import Platform
import XCTest

@testable import Serving

/// Nothing that a client does ends a server or keeps it from serving others.
final class RobustnessTests: XCTestCase {
  func testHostileBytesGetTheirStatusAndTheConnectionCloses() throws {
    try withEachServer(limits: RequestParserTests.limits) { server, name in
      for hostile in HostileBytes.all {
        let client = try TestClient(port: server.port)
        client.send(hostile.bytes)
        XCTAssertEqual(client.receive()?.statuses, [hostile.status], "\(name): \(hostile.name)")
      }
      XCTAssertEqual(server.counts.refused, HostileBytes.all.count, name)
      try assertServes(server, name)
    }
  }

  /// A close while bytes are unread would withdraw the answer from a client that has not read it yet.
  func testARefusalReachesAClientThatGoesOnSending() throws {
    try withEachServer { server, name in
      let client = try TestClient(port: server.port)
      client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 500_000))
      XCTAssertEqual(client.receive()?.statuses, [431], name)
    }
  }

  /// The client has gone before it hears the answer, at every point of a request; a signal for that would end the process.
  func testClientsThatLeaveAtAnyPointDoNoHarm() throws {
    let request = Array(
      "POST /wait HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n".utf8)
    // Whoever runs the tests may have switched the signal off.
    let previous = signal(SIGPIPE, SIG_DFL)
    defer { signal(SIGPIPE, previous) }
    try withEachServer { server, name in
      // The second answer goes to a connection of which the first has shown that nobody is there.
      let early = try TestClient(port: server.port)
      for _ in 1...3 { early.get("/wait") }
      early.close()
      for end in stride(from: 0, through: request.count, by: 3) {
        for isRude in [false, true] {
          let client = try TestClient(port: server.port)
          client.send(request[..<end])
          if isRude { client.descriptor.resetOnClose() }
          client.close()
        }
      }
      let greedy = try TestClient(port: server.port)
      for _ in 1...5 { greedy.get("/large") }
      greedy.descriptor.resetOnClose()
      greedy.close()
      try assertServes(server, name)
    }
  }

  func testSlowClientsAreTimedOutAndHoldNobodyUp() throws {
    var limits = Limits()
    (limits.headTime, limits.bodyTime, limits.idleTime) = (
      .milliseconds(150), .milliseconds(150), .milliseconds(150)
    )
    try withEachServer(limits: limits) { server, name in
      let beginnings = [
        "", "G", "GET / HTTP/1.1\r\nHost: a\r\nX",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab",
      ]
      let slow = try beginnings.map { beginning in
        let client = try TestClient(port: server.port)
        client.send(beginning)
        return client
      }
      try assertServesInTime(server, name)
      for (client, beginning) in zip(slow, beginnings) {
        XCTAssertEqual(client.receive()?.statuses, [408], "\(name): \(beginning)")
      }
      // One that had an answer could take a 408 for the next; its connection just closes.
      try assertServesInTime(server, name, headers: "")
    }
  }

  /// Sees that a server answers a client that is not slow; where the machine makes one slow, another one comes.
  private func assertServesInTime(
    _ server: any Server, _ name: String, headers: String = "Connection: close\r\n", line: UInt = #line
  ) throws {
    var statuses: [Int]?
    repeat {
      let client = try TestClient(port: server.port)
      client.get("/", headers)
      statuses = client.receive()?.statuses
    } while statuses == [408]
    XCTAssertEqual(statuses, [200], name, line: line)
  }

  /// A handler keeps the one thread until the time of another client is over, whose next request has been there for long.
  func testWhatCameWhileTheThreadWasBusyWasInTime() throws {
    var limits = Limits()
    limits.idleTime = .milliseconds(200)
    let (begun, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let handler: Handler = { request in
      if request.target == "/keep" {
        begun.signal()
        mayEnd.wait()
      }
      return HTTPResponse(.ok, body: request.target)
    }
    let servers: [any Server] = [
      try OneAtATimeServer(limits: limits, handler: handler),
      try EventLoopServer(limits: limits, handler: handler),
    ]
    for server in servers {
      let name = "\(type(of: server))"
      var isInTime = false
      // Where the machine is too busy to ask in time, the connection is closed: then another one comes.
      attempts: while !isInTime {
        let (client, keeper) = (try TestClient(port: server.port), try TestClient(port: server.port))
        client.get("/first")
        XCTAssertNotNil(client.receive(upTo: "/first"), name)
        keeper.get("/keep")
        // Closed before it could ask, it never will be answered.
        while begun.wait(timeout: .now() + .milliseconds(10)) == .timedOut {
          if keeper.descriptor.block(for: .reading, atMost: .zero) { continue attempts }
        }
        isInTime = !client.descriptor.block(for: .reading, atMost: .zero)
        client.get("/second")
        usleep(250_000)
        mayEnd.signal()
        if isInTime { XCTAssertEqual(client.receive(upTo: "/second")?.statuses, [200], name) }
      }
      XCTAssertTrue(server.stop(), name)
    }
  }

  func testAClientThatTricklesIsTimedOutAllTheSame() throws {
    var limits = Limits()
    limits.headTime = .milliseconds(100)
    try withEachServer(limits: limits) { server, name in
      // A byte at a time, each in time for a server that counts from the last byte.
      let client = try TestClient(port: server.port)
      var sent = 0
      while sent < 3000, !client.descriptor.block(for: .reading, atMost: .milliseconds(5)) {
        sent += client.send("G".utf8)
      }
      XCTAssertEqual(client.receive()?.statuses.first, 408, name)
      XCTAssertLessThan(sent, 3000, name)
    }
  }

  func testAClientThatDoesNotReadIsLetGo() throws {
    var limits = Limits()
    limits.answerTime = .milliseconds(100)
    try withEachServer(limits: limits) { server, name in
      let before = Holdings.descriptors
      let client = try TestClient(port: server.port)
      for _ in 1...3 { client.get("/large") }
      try assertServes(server, name)
      // When the server has closed its end, only the client's is left.
      while Holdings.descriptors > before + 1 {}
      // What was on its way can still be read; the rest of the three answers cannot.
      XCTAssertLessThan(client.receive()?.utf8.count ?? .max, 24_000_000, name)
    }
  }

  func testBytesBeyondTheLimitOfAllClientsGet503() throws {
    var limits = Limits()
    (limits.body, limits.held) = (100_000, 200_000)
    try withEachServer(limits: limits) { server, name in
      let head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n"
      let most = [UInt8](repeating: 97, count: 90_000)
      var clients = try (1...2).map { _ in try TestClient(port: server.port) }
      for client in clients { client.send(head.utf8 + most) }
      // The third goes beyond, whichever of the three is read last; it gives back all that it held, and the others stay.
      clients.append(try TestClient(port: server.port))
      clients[2].send(head.utf8 + most)
      let refused = try XCTUnwrap(
        (1...1000).lazy.compactMap { _ in
          clients.firstIndex { $0.descriptor.block(for: .reading, atMost: .milliseconds(5)) }
        }.first, name)
      XCTAssertEqual(clients.remove(at: refused).receive()?.statuses, [503], name)
      for client in clients {
        client.send([UInt8](repeating: 97, count: 10_000))
        XCTAssertEqual(
          client.receive { $0.hasSuffix("aaaa") && $0.utf8.count > 100_000 }?.statuses, [200], name)
      }
      // What was held has been given back.
      let next = try TestClient(port: server.port)
      next.send(head.utf8 + most + most.prefix(10_000))
      XCTAssertEqual(next.receive { $0.hasSuffix("aaaa") && $0.utf8.count > 100_000 }?.statuses, [200], name)
    }
  }

  func testConnectionsBeyondTheLimitGet503() throws {
    var limits = Limits()
    limits.connections = 3
    try withEachServer(limits: limits) { server, name in
      var clients = try (1...3).map { _ in try TestClient(port: server.port) }
      for client in clients {
        client.get("/")
        XCTAssertEqual(client.receive(upTo: "hello")?.statuses, [200], name)
      }
      let excess = try TestClient(port: server.port)
      XCTAssertEqual(excess.receive()?.statuses, [503], name)
      XCTAssertEqual(server.counts.turnedAway, 1, name)
      // When one leaves, there is room again; soon, not at once.
      clients.removeLast().close()
      var statuses: [Int]? = [503]
      while statuses == [503] {
        let next = try TestClient(port: server.port)
        next.get("/", "Connection: close\r\n")
        statuses = next.receive()?.statuses
        if statuses == [] { statuses = [503] }
      }
      XCTAssertEqual(statuses, [200], name)
    }
  }

  func testWithoutDescriptorsItWaitsAndThenGoesOn() throws {
    let journal = Journal<ServerEvent>()
    try withEachServer(onEvent: { journal.append($0) }) { server, name in
      let client = try TestClient(port: server.port)
      client.get("/")
      XCTAssertEqual(client.receive(upTo: "hello")?.statuses, [200], name)
      let before = journal.entries.count
      // A client whose connection is complete for the system and cannot be taken in by the server.
      let late = try StreamSocket.open()
      defer { late.close() }
      let hoard = Hoard()
      try late.connect(toPort: server.port)
      while journal.entries.count == before {}
      // Who is inside is still served; and this lasts for several attempts to let the other one in.
      for _ in 1...5 {
        client.get("/wait")
        XCTAssertEqual(client.receive(upTo: "waited")?.statuses, [200], name)
      }
      hoard.release()
      try assertServes(server, name)
      guard case .cannotAccept(let error) = journal.entries[before] else {
        return XCTFail("\(name): \(journal.entries)")
      }
      XCTAssertEqual(error.code, EMFILE, name)
      XCTAssertEqual(journal.entries.count, before + 1, "\(name) says it more than once")
    }
  }

  func testWithoutThreadsAClientIsTurnedAway() throws {
    let journal = Journal<ServerEvent>()
    let server = try ThreadPerConnectionServer(
      threads: 2, onEvent: { journal.append($0) }, handler: ThreeServers.site)
    var clients = try (1...2).map { _ in try TestClient(port: server.port) }
    for client in clients {
      client.get("/")
      XCTAssertEqual(client.receive(upTo: "hello")?.statuses, [200])
    }
    XCTAssertEqual(try TestClient(port: server.port).receive()?.statuses, [503])
    XCTAssertEqual(journal.entries, [.full(threads: 2)])
    clients.removeAll()
    while server.counts.connections < 3 {
      let client = try TestClient(port: server.port)
      client.get("/", "Connection: close\r\n")
      _ = client.receive()
    }
    XCTAssertTrue(server.stop())
  }
}

extension StreamSocket {
  /// Lets the close be a reset, as from a client that has crashed.
  fileprivate func resetOnClose() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(number, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
  }
}

/// Takes every descriptor that the process may have.
private final class Hoard {
  private var taken: [Int32] = []

  init() {
    while case let number = dup(0), number >= 0 { taken.append(number) }
  }

  func release() {
    for number in taken { close(number) }
    taken = []
  }
}
