import EventLoop
import Foundation
import Platform
import XCTest

@testable import Postgres

/// A server in trouble: what the asker is told, that nothing hangs, and that neither a descriptor nor a process is left.
final class ServerTroubleTests: XCTestCase {
  private struct Row {
    var name: String
    /// What the error says, somewhere in it.
    var expected: String
    var body: @Sendable (ThrowawayServer, Connection, EventLoop) async throws -> Void

    init(
      _ name: String, _ expected: String,
      _ body: @escaping @Sendable (ThrowawayServer, Connection, EventLoop) async throws -> Void
    ) {
      (self.name, self.expected, self.body) = (name, expected, body)
    }
  }

  private static let rows = [
    Row("killed in the middle of a query", "connection to the database ended") { server, connection, loop in
      let processes = [try postmaster(of: server), pid_t(connection.session)]
      async let asked = connection.query("select pg_sleep(20)")
      try await loop.sleep(for: .milliseconds(20))
      for process in processes { kill(process, SIGKILL) }
      _ = try await asked
    },
    Row("killed before a query that keeps the thread", "connection to the database ended") {
      server, connection, _ in
      for process in [try postmaster(of: server), pid_t(connection.session)] { kill(process, SIGKILL) }
      let ask: () throws(PostgresError) -> Connection.Rows = { () throws(PostgresError) in
        try connection.query("select pg_sleep(20)")
      }
      _ = try ask()
    },
    Row("stopped in the middle of a query", "did not answer in time") { server, connection, loop in
      let processes = [try postmaster(of: server), pid_t(connection.session)]
      async let asked = connection.query("select pg_sleep(20)", within: .milliseconds(100))
      try await loop.sleep(for: .milliseconds(20))
      for process in processes { kill(process, SIGSTOP) }
      _ = try await asked
    },
    Row("stopped while it is sent to", "did not answer in time") { _, connection, _ in
      kill(pid_t(connection.session), SIGSTOP)
      let text = String(repeating: "x", count: 20_000_000)
      _ = try await connection.query("select length($1)", [text], within: .milliseconds(200))
    },
    Row("stopped before a connection is made", "did not answer in time") { server, _, loop in
      kill(try postmaster(of: server), SIGSTOP)
      _ = try await Connection.open(server.info, on: loop, within: .milliseconds(100))
    },
    Row("a wrong password", "password authentication failed") { server, connection, loop in
      try await askForPasswords(server, connection)
      _ = try await Connection.open(server.info + " password=guessed", on: loop)
    },
    Row("no password", "no password supplied") { server, connection, loop in
      try await askForPasswords(server, connection)
      _ = try await Connection.open(server.info, on: loop)
    },
    Row("no connection left", "too many clients") { server, _, loop in
      var taken: [Connection] = []
      defer { for connection in taken { connection.close() } }
      // Ten times what it allows.
      for _ in 1...2000 { taken.append(try await Connection.open(server.info, on: loop)) }
    },
  ]

  func testAServerInTroubleIsToldAndLeavesNothing() throws {
    do { try ThrowawayServer.programs() } catch { throw XCTSkip("\(error)") }
    for row in Self.rows { try check(row) }
  }

  /// With a small disk of its own for one table, where one may be mounted.
  func testAFullDiskIsToldAndTheConnectionGoesOn() throws {
    do { try ThrowawayServer.programs() } catch { throw XCTSkip("\(error)") }
    let server = try ThrowawayServer()
    let disk = server.folder.appending(path: "small")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: false)
    let options = try
      "size=2m,mode=700,uid=\(owner(of: server, .ownerAccountID)),gid=\(owner(of: server, .groupOwnerAccountID))"
    guard try finish("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.path) == 0 else {
      throw XCTSkip("no small disk may be mounted here")
    }
    defer {
      server.stop()
      XCTAssertEqual(try finish("umount", disk.path), 0)
      try? FileManager.default.removeItem(at: server.folder)
    }
    let loop = EventLoop(time: .real())
    try loop.run {
      let connection = try await Connection.open(server.info, on: loop)
      _ = try await connection.query("create tablespace small location '\(disk.path)'")
      _ = try await connection.query("create table texts (text text) tablespace small")
      let fill = "insert into texts select repeat(md5(g::text), 30) from generate_series(1, 10000) g"
      do {
        _ = try await connection.query(fill)
        XCTFail("10 MB fit into 2")
      } catch {
        XCTAssertTrue("\(error)".contains("No space left on device (53100)"), "\(error)")
      }
      let after = try await connection.query("select count(*) from texts")
      XCTAssertEqual(after, [["0"]])
    }
  }

  /// A task that opens a connection, asks, and asks again through a pool is cancelled after each of many times: it ends, and nothing is left.
  func testCancellationsAtEveryAwaitLeaveNothing() throws {
    do { try ThrowawayServer.programs() } catch { throw XCTSkip("\(error)") }
    let server = try ThrowawayServer()
    let loop = EventLoop(time: .real())
    let info = server.info
    let observer = try Connection.open(info, on: loop)
    try loop.run { try await Connection.open(info, on: loop).close() }
    let before = openDescriptors()
    try loop.run {
      for step in 0..<80 {
        let task = Task(executorPreference: loop) {
          let connection = try await Connection.open(info, on: loop)
          defer { connection.close() }
          _ = try await connection.query("select pg_sleep(0.002), repeat('x', 200000)")
          let pool = Pool(atMost: 1) { try await Connection.open(info, on: loop) }
          defer { pool.close() }
          async let first: Void = pool.withConnection { _ = try await $0.query("select pg_sleep(0.002)") }
          async let second: Void = pool.withConnection { _ = try await $0.query("select 1") }
          _ = try await (first, second)
        }
        try await loop.sleep(for: .microseconds(250) * step)
        task.cancel()
        do { try await task.value } catch {
          XCTAssertTrue(error is CancellationError, "after \(step) steps: \(error)")
        }
      }
    }
    let sessions = "select count(*) from pg_stat_activity where backend_type = 'client backend'"
    XCTAssertTrue(try eventually { try observer.query(sessions) == [["1"]] }, "a session is left")
    XCTAssertTrue(eventually { openDescriptors() <= before }, "a descriptor is left")
  }

  // MARK: A row

  private func check(_ row: Row) throws {
    let before = openDescriptors()
    var processes: [pid_t] = []
    var folder = ""
    try {
      let server = try ThrowawayServer()
      folder = server.folder.path
      let loop = EventLoop(time: .real())
      let connection = try Connection.open(server.info, on: loop)
      processes = try connection.query("select pid from pg_stat_activity").compactMap {
        $0[0].flatMap { pid_t($0) }
      }
      processes.append(try postmaster(of: server))
      XCTAssertThrowsError(try loop.run { try await row.body(server, connection, loop) }, row.name) { error in
        XCTAssertTrue("\(error)".contains(row.expected), "\(row.name): \(error)")
      }
    }()
    // Those that belong to a server which was killed find that out by themselves.
    XCTAssertTrue(eventually { processes.allSatisfy { kill($0, 0) == -1 } }, "\(row.name) leaves a process")
    XCTAssertTrue(eventually { openDescriptors() <= before }, "\(row.name) leaves a descriptor")
    XCTAssertFalse(FileManager.default.fileExists(atPath: folder), "\(row.name) leaves a folder")
  }
}

private func postmaster(of server: ThrowawayServer) throws -> pid_t {
  let file = server.folder.appending(path: "data/postmaster.pid")
  let number = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first
  return try XCTUnwrap(number.flatMap { pid_t($0) })
}

/// From now on the server asks every new connection for a password.
private func askForPasswords(_ server: ThrowawayServer, _ connection: Connection) async throws {
  _ = try await connection.query("alter user workbook password 'known'")
  let file = server.folder.appending(path: "data/pg_hba.conf")
  try Data("local all all scram-sha-256\n".utf8).write(to: file)
  _ = try await connection.query("select pg_reload_conf()")
  // The server reads it in its own time.
  let loop = EventLoop(time: .real())
  let open: () throws(PostgresError) -> Connection = { () throws(PostgresError) in
    try Connection.open(server.info, on: loop)
  }
  for _ in 1...500 {
    guard let another = try? open() else { return }
    another.close()
    loop.block(for: .milliseconds(10))
  }
}

private func owner(of server: ThrowawayServer, _ key: FileAttributeKey) throws -> Int {
  let attributes = try FileManager.default.attributesOfItem(atPath: server.folder.path)
  return try XCTUnwrap(attributes[key] as? NSNumber).intValue
}

private func finish(_ words: String...) throws -> Int32 {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = words
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus
}

private func eventually(_ holds: () throws -> Bool) rethrows -> Bool {
  let loop = EventLoop(time: .real())
  for _ in 1...1000 {
    if try holds() { return true }
    loop.block(for: .milliseconds(10))
  }
  return try holds()
}

private func openDescriptors() -> Int {
  (0..<Int32(1024)).count { fcntl($0, F_GETFD) >= 0 }
}
