import EventLoop
import Foundation
import Measurement
import Postgres
import Processes

/// Many small queries over a few connections on one loop, beside PostgreSQL's own load generator with the same query, the same number of
/// connections, and one thread too.
enum Queries {
  static let connections = 16
  private static let accounts = 10_000
  private static let query = "select balance from accounts where number = $1::int"

  static let benchmark = Benchmark(
    name: "queries", says: "10000 queries over \(connections) connections to PostgreSQL, one thread",
    count: 10_000, isPerSwitch: true, contestants: []
  ) { benchmark in
    let server = try ThrowawayServer()
    let owner = try Connection.open(server.info, on: EventLoop(time: .real()))
    for statement in [
      "create table accounts (number int primary key, balance int not null)",
      "insert into accounts select g, g from generate_series(1, \(accounts)) g", "analyze accounts",
    ] { _ = try owner.query(statement) }
    let script = server.folder.appending(path: "queries.sql")
    let text = "\\set number random(1, \(accounts))\n\(query.replacing("$1", with: ":number"));\n"
    try Data(text.utf8).write(to: script)
    benchmark.contestants = ["Postgres", "pgbench"].map { name in
      let sample = name == "Postgres" ? "queries" : "pgbench-queries"
      return Benchmark.Contestant(
        name: name == "Postgres" ? "event loop" : "pgbench",
        command: [
          Bundle.main.executablePath ?? CommandLine.arguments[0], "--one", sample, "\(benchmark.count)",
          server.info, script.path,
        ])
    }
    return server
  }

  /// Asks on one loop.
  static func ask(_ count: Int, _ info: String) throws -> Sample {
    let loop = EventLoop(time: .real())
    return try loop.run {
      var open: [Connection] = []
      for _ in 1...connections { open.append(try await Connection.open(info, on: loop)) }
      let begin = loop.clock.now
      let tasks = open.enumerated().map { index, connection in
        Task(executorPreference: loop) {
          var number = index
          for _ in 1...count / connections {
            number = (number &* 1_103_515_245 &+ 12_345) & 0x7fff_ffff
            let account = "\(number % accounts + 1)"
            let rows = try await connection.query(query, [account])
            guard rows == [[account]] else { throw Sample.Failure(says: "\(account) has \(rows)") }
          }
        }
      }
      for task in tasks { try await task.value }
      return Sample(wall: begin.duration(to: loop.clock.now).inSeconds, resident: 0)
    }
  }

  /// Has `pgbench` ask.
  static func askWithPgbench(_ count: Int, _ info: String, script: String) throws -> Sample {
    let pgbench = URL(filePath: try ThrowawayServer.programs()).appending(path: "pgbench").path
    let outcome = try Program(
      pgbench,
      [
        "-n", "-M", "extended", "-c", "\(connections)", "-j", "1", "-t", "\(count / connections)", "-f",
        script,
        info,
      ]
    ).run()
    guard let match = outcome.output.firstMatch(of: /tps = ([0-9.]+)/), let perSecond = Double(match.1) else {
      throw Sample.Failure(says: "pgbench gave no figures")
    }
    return Sample(wall: Double(count) / perSecond, resident: 0)
  }
}
