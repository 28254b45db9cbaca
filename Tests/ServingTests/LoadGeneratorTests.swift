import XCTest

@testable import Serving

/// The generator loads real servers over sockets, and counts what becomes of each request.
final class LoadGeneratorTests: XCTestCase {
  private func plan(_ arrivals: LoadPlan.Arrivals, _ target: String = "/") -> LoadPlan {
    var plan = LoadPlan(arrivals, for: .milliseconds(150), warmUp: .milliseconds(30))
    plan.target = target
    plan.deadline = .seconds(20)
    return plan
  }

  /// Runs a plan, and one that is ever longer where the machine was too busy for a single request of it to be counted.
  private func load(
    _ server: any Server, _ plan: LoadPlan, until isEnough: (LoadResult) -> Bool = { $0.requests > 0 },
    progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
  ) throws -> LoadResult {
    var plan = plan
    while true {
      let result = try LoadGenerator(port: server.port).run(plan, progress: progress)
      if isEnough(result) || plan.duration > .seconds(10) { return result }
      plan.duration *= 3
    }
  }

  func testEveryServerAnswersAClosedAndAnOpenLoop() throws {
    try withEachServer { server, name in
      for arrivals in [LoadPlan.Arrivals.closed(users: 5), .open(perSecond: 100)] {
        let before = server.counts.answered
        let journal = Journal<LoadProgress>()
        let result = try load(
          server, plan(arrivals), until: { $0.answered > 0 && $0.throughput > 0 },
          progress: { journal.append($0) })
        XCTAssertGreaterThan(result.answered, 0, "\(name), \(arrivals)")
        XCTAssertEqual(result.unanswered, 0, "\(name), \(arrivals)")
        XCTAssertGreaterThan(result.throughput, 0, "\(name), \(arrivals)")
        XCTAssertGreaterThanOrEqual(server.counts.answered - before, result.answered, "\(name), \(arrivals)")
        XCTAssertGreaterThan(result.generatorUtilization, 0, name)
        XCTAssertFalse(journal.entries.isEmpty, name)
      }
    }
  }

  func testResponseTimesAreAtLeastTheHandlersWait() throws {
    try withEachServer { server, name in
      let result = try load(server, plan(.closed(users: 2), "/wait"))
      XCTAssertGreaterThanOrEqual(result.responseTimes.shortest, .milliseconds(20), name)
    }
  }

  func testErrorsAreCountedByTheirKind() throws {
    try withEachServer { server, name in
      let missing = try load(server, plan(.closed(users: 2), "/missing"))
      XCTAssertEqual(missing.failed, missing.requests, name)
      XCTAssertGreaterThan(missing.failed, 0, name)
      // Few, since the server that answers one at a time goes on answering those who have given up.
      var hasty = plan(.closed(users: 1), "/wait")
      (hasty.duration, hasty.deadline) = (.milliseconds(50), .milliseconds(3))
      let late = try load(server, hasty)
      XCTAssertEqual(late.timedOut, late.requests, name)
      XCTAssertGreaterThan(late.timedOut, 0, name)
    }
    // Nobody listens at a port that was just given back.
    let gone = try EventLoopServer(handler: ThreeServers.site)
    gone.stop()
    let refused = try load(gone, plan(.closed(users: 2)))
    XCTAssertEqual(refused.turnedAway, refused.requests)
    XCTAssertGreaterThan(refused.turnedAway, 0)
  }

  func testAServerThatIsFullTurnsAway() throws {
    var limits = Limits()
    limits.connections = 2
    try withEachServer(limits: limits) { server, name in
      let result = try load(server, plan(.closed(users: 4), "/wait")) { $0.turnedAway > 0 && $0.answered > 0 }
      XCTAssertGreaterThan(result.turnedAway, 0, name)
      XCTAssertGreaterThan(result.answered, 0, name)
      XCTAssertEqual(result.failed, 0, name)
    }
  }

  func testAnyPieceOfAResponseIsRead() {
    let responses: [(text: String, status: Int, keepsAlive: Bool, endsByItself: Bool)] = [
      ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", 200, true, true),
      ("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", 204, false, true),
      ("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 200, true, true),
      ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", 503, true, true),
      ("HTTP/1.0 200 OK\r\n\r\nabc", 200, false, false),
    ]
    for (text, status, keepsAlive, endsByItself) in responses {
      let bytes = Array(text.utf8)
      for cut in bytes.indices {
        var reader = ResponseReader()
        for piece in [bytes[..<cut], bytes[cut...]] where !piece.isEmpty {
          piece.withUnsafeBytes { reader.receive($0) }
        }
        XCTAssertEqual(reader.isComplete, endsByItself, "\(text) cut at \(cut)")
        if !endsByItself { reader.receiveEnd() }
        XCTAssertTrue(reader.isComplete)
        XCTAssertEqual(reader.status, status)
        XCTAssertEqual(reader.keepsAlive, keepsAlive, "\(text) cut at \(cut)")
      }
    }
    for text in [
      "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "HTTP/1.1 200 OK\r\nbroken\r\n\r\n",
    ] {
      var reader = ResponseReader()
      Array(text.utf8).withUnsafeBytes { reader.receive($0) }
      XCTAssertTrue(reader.isMalformed, text)
    }
  }
}
