import EventLoop
import Foundation
import Platform
import XCTest

@testable import Postgres

/// A real server: both ways to ask it, and what can go wrong on the way.
final class ConnectionTests: XCTestCase {
  private static let server = Result { try ThrowawayServer() }

  private func info() throws -> String {
    do { try ThrowawayServer.programs() } catch { throw XCTSkip("\(error)") }
    return try Self.server.get().info
  }

  func testBothWaysAskTheSame() throws {
    let info = try info()
    let loop = EventLoop(time: .real())
    let sql = "select $1::int + 1, null, $2 || '', repeat('ä', 3)"
    let expected: [[String?]] = [["8", nil, "it's; drop table", "äää"]]
    let blocking = try Connection.open(info, on: loop)
    XCTAssertEqual(try blocking.query(sql, ["7", "it's; drop table"]), expected)
    XCTAssertEqual(try blocking.query("select g from generate_series(1, 3) g"), [["1"], ["2"], ["3"]])
    let rows = try loop.run {
      let connection = try await Connection.open(info, on: loop)
      return try await connection.query(sql, ["7", "it's; drop table"])
    }
    XCTAssertEqual(rows, expected)
  }

  /// What can go wrong, what the asker is told, and that nothing is left of it: no descriptor here, no session in the server.
  func testWhatGoesWrongIsToldAndLeavesNothing() throws {
    let info = try info()
    typealias Body = @Sendable (Connection, EventLoop) async throws -> Void
    let rows: [(name: String, expected: String, body: Body)] = [
      (
        "a syntax error", "syntax error at or near \"selec\" (42601)",
        { connection, _ in _ = try await connection.query("selec 1") }
      ),
      (
        "a table that is missing", "(42P01)",
        { connection, _ in _ = try await connection.query("select * from nowhere") }
      ),
      (
        "a division by zero", "(22012)",
        { connection, _ in _ = try await connection.query("select 1 / $1::int", ["0"]) }
      ),
      (
        "two statements", "(42601)", { connection, _ in _ = try await connection.query("select 1; select 2") }
      ),
      (
        "a parameter too few", "(08P01)",
        { connection, _ in _ = try await connection.query("select $1::int + $2::int", ["1"]) }
      ),
      ("a zero byte", "(22021)", { connection, _ in _ = try await connection.query("select $1", ["a\0b"]) }),
      (
        "the session ended by another", "57P01",
        { connection, loop in
          let other = try await Connection.open(info, on: loop)
          async let asked = connection.query("select pg_sleep(20)")
          try await loop.sleep(for: .milliseconds(20))
          _ = try await other.query("select pg_terminate_backend($1)", ["\(connection.session)"])
          _ = try await asked
        }
      ),
      (
        "a deadline", "in time",
        { connection, _ in _ = try await connection.query("select pg_sleep(20)", within: .milliseconds(30)) }
      ),
      (
        "a deadline that keeps the thread", "in time",
        { connection, _ in
          let blocking: (String) throws(PostgresError) -> Connection.Rows = { (sql) throws(PostgresError) in
            try connection.query(sql, within: .milliseconds(30))
          }
          _ = try blocking("select pg_sleep(20)")
        }
      ),
      (
        "a session that stands still", "in time",
        { connection, _ in
          kill(pid_t(connection.session), SIGSTOP)
          defer { kill(pid_t(connection.session), SIGCONT) }
          let session = pid_t(connection.session)
          defer { kill(session, SIGCONT) }
          _ = try await connection.query("select 1", within: .milliseconds(30))
        }
      ),
      (
        "a cancellation", "CancellationError",
        { connection, loop in
          let task = Task(executorPreference: loop) { try await connection.query("select pg_sleep(20)") }
          try await loop.sleep(for: .milliseconds(20))
          task.cancel()
          _ = try await task.value
        }
      ),
      (
        "a cancellation while it connects", "CancellationError",
        { _, loop in
          let task = Task(executorPreference: loop) { try await Connection.open(info, on: loop).close() }
          task.cancel()
          try await task.value
        }
      ),
      (
        "a cancellation while it waits for a connection", "CancellationError",
        { _, loop in
          let pool = Pool(atMost: 1) { try await Connection.open(info, on: loop) }
          defer { pool.close() }
          let first = Task(executorPreference: loop) {
            try await pool.withConnection { _ = try await $0.query("select pg_sleep(0.1)") }
          }
          try await loop.sleep(for: .milliseconds(20))
          let second = Task(executorPreference: loop) { try await pool.withConnection { _ = $0 } }
          try await loop.sleep(for: .milliseconds(5))
          second.cancel()
          let result = await second.result
          try await first.value
          try await pool.withConnection { _ = try await $0.query("select 1") }
          try result.get()
        }
      ),
      (
        "an unknown user", "does not exist",
        { _, loop in _ = try await Connection.open(info + " user=stranger", on: loop) }
      ),
      (
        "no server there", "ended",
        { _, loop in _ = try await Connection.open("host=/nonexistent user=workbook", on: loop) }
      ),
      (
        "a closed connection", "closed before",
        { connection, _ in
          connection.close()
          _ = try await connection.query("select 1")
        }
      ),
    ]
    let loop = EventLoop(time: .real())
    let observer = try Connection.open(info, on: loop)
    // The first ones make what stays: the loop's poller, and the library's own.
    _ = try loop.run { try await Connection.open(info, on: loop).query("select 1") }
    for (name, expected, body) in rows {
      let before = openDescriptors()
      XCTAssertThrowsError(
        try loop.run { try await body(try await Connection.open(info, on: loop), loop) }, name
      ) { error in
        XCTAssertTrue("\(error)".contains(expected) || "\(type(of: error))" == expected, "\(name): \(error)")
      }
      var sessions = ""
      // A session that was cancelled takes a moment to end.
      for _ in 1...500 {
        sessions =
          try observer.query("select count(*) from pg_stat_activity where backend_type = 'client backend'")[
            0][0] ?? ""
        if sessions == "1" { break }
        loop.block(for: .milliseconds(10))
      }
      XCTAssertEqual(sessions, "1", "\(name) leaves a session")
      for _ in 1...100 where openDescriptors() > before { loop.block(for: .milliseconds(10)) }
      XCTAssertLessThanOrEqual(openDescriptors(), before, "\(name) leaves a descriptor")
    }
  }

  func testALargeRowNoticesAndUnsentParametersArriveWhole() throws {
    let info = try info()
    let loop = EventLoop(time: .real())
    try loop.run {
      let connection = try await Connection.open(info, on: loop)
      let large = try await connection.query("select repeat('x', 10000000)")
      XCTAssertEqual(large[0][0]?.utf8.count, 10_000_000)
      let text = String(repeating: "y", count: 5_000_000)
      let echoed = try await connection.query("select $1::text, length($1)", [text])
      XCTAssertEqual(echoed[0][1], "5000000")
      XCTAssertEqual(echoed[0][0], text)
      _ = try await connection.query("do $$ begin raise notice 'hello'; end $$")
      XCTAssertEqual(connection.notices, ["NOTICE:  hello"])
    }
  }

  func testQueriesOverlapOnOneThreadAsManyAsThePoolHasConnections() throws {
    let info = try info()
    let loop = EventLoop(time: .real())
    try loop.run {
      for (connections, waves) in [(1, 8), (4, 2), (8, 1)] {
        let pool = Pool(atMost: connections) { try await Connection.open(info, on: loop) }
        defer { pool.close() }
        try await pool.fill()
        let start = loop.clock.now
        let tasks = (1...8).map { _ in
          Task(executorPreference: loop) {
            try await pool.withConnection { _ = try await $0.query("select pg_sleep(0.03)") }
          }
        }
        for task in tasks { try await task.value }
        let time = start.duration(to: loop.clock.now)
        XCTAssertGreaterThanOrEqual(time, .milliseconds(30) * waves)
        XCTAssertEqual(pool.count, connections)
      }
    }
  }

  func testATaskThatAsksAgainDoesNotOvertakeOneThatWaits() throws {
    let info = try info()
    let loop = EventLoop(time: .real())
    let order = Guarded<[String]>([])
    try loop.run {
      let pool = Pool(atMost: 1) { try await Connection.open(info, on: loop) }
      defer { pool.close() }
      let tasks = ["a", "b"].map { name in
        Task(executorPreference: loop) {
          for _ in 1...3 {
            try await pool.withConnection {
              order.withLock { $0.append(name) }
              _ = try await $0.query("select pg_sleep(0.01)")
            }
          }
        }
      }
      for task in tasks { try await task.value }
    }
    XCTAssertEqual(order.withLock { $0 }, ["a", "b", "a", "b", "a", "b"])
  }

  /// The server, its folder and its processes are gone when the object is, and when the process is that made it.
  func testAServerLeavesNothingBehind() throws {
    _ = try info()
    var server: ThrowawayServer? = try ThrowawayServer()
    let folder = try XCTUnwrap(server?.folder.path)
    XCTAssertTrue(FileManager.default.fileExists(atPath: folder))
    let loop = EventLoop(time: .real())
    let session = try Connection.open(try XCTUnwrap(server?.info), on: loop).session
    XCTAssertEqual(kill(pid_t(session), 0), 0)
    server = nil
    XCTAssertFalse(FileManager.default.fileExists(atPath: folder))
    XCTAssertEqual(kill(pid_t(session), 0), -1)
  }

  private func openDescriptors() -> Int {
    (0..<Int32(1024)).count { fcntl($0, F_GETFD) >= 0 }
  }
}
