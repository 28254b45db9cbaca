import EventLoop
import Figures
import LessonKit
import Measurement
import Postgres

/// What a clock cannot show: a database computes, too. Ever more connections, and where the wait goes.
struct MoreConnections: StoryPart {
  static let id = "connections"
  static let title = "How many connections?"

  let tables: CourseTables

  private struct Row {
    var connections: Int
    var perSecond: Double
    /// The mean of how long a request waits for a free connection, and for the database.
    var forConnection: Duration
    var forDatabase: Duration
  }

  private static let requests = 128

  func tell(_ telling: Telling) throws {
    telling.say(
      "A clock serves any number of requests at once; a database does not. Here \(Self.requests) requests arrive together, each with a query "
        + "that computes for about 3 ms, and they share a pool of connections. One thread asks them all.")
    let steps = try Self.steps(for: .milliseconds(3), try tables.connection())
    let rows = try [1, 4, 16, 64].map { connections in
      telling.progress("a pool of \(connections) …")
      return try serve(with: connections, steps)
    }
    telling.show(
      .table(
        title: "\(Self.requests) requests, by the connections that they share", corner: "connections",
        columns: [
          .init("answers", unit: "a second"), .init("waits for a connection", unit: "ms"),
          .init("waits for the database", unit: "ms"),
        ],
        rows: rows.map {
          .init(
            "\($0.connections)",
            [$0.perSecond, $0.forConnection.inMilliseconds, $0.forDatabase.inMilliseconds])
        }))
    let most = rows.map(\.perSecond).max()!
    let enough = rows.first { $0.perSecond >= 0.9 * most }!
    telling.say(
      "More connections answer more as long as the database has a core to spare; from then on the same wait only moves, from the queue for a "
        + "connection into the database. Here \(enough.connections) are enough. The limit is no longer our one thread: it is the machine that "
        + "the database runs on.")
  }

  /// How far a query has to count so that the database computes for about this long.
  private static func steps(for duration: Duration, _ connection: Connection) throws -> Int {
    let clock = ContinuousClock()
    let trial = 20_000
    let query = { (steps: Int) throws(PostgresError) in
      _ = try connection.query("select count(*) from generate_series(1, $1::int)", ["\(steps)"])
    }
    try query(trial)
    let times = try (1...3).map { _ in try clock.measure { try query(trial) } }
    return max(1000, Int(Double(trial) * (duration / times.min()!)))
  }

  private func serve(with count: Int, _ steps: Int) throws -> Row {
    let loop = EventLoop(time: .real())
    let pool = Pool(atMost: count) { [tables] in try tables.connection(on: loop) }
    defer { pool.close() }
    let requests = Self.requests
    let times = try loop.run {
      try await pool.fill()
      let begin = loop.clock.now
      let tasks = (1...requests).map { _ in
        Task(executorPreference: loop) {
          try await pool.withConnection { connection in
            let taken = loop.clock.now
            _ = try await connection.query("select count(*) from generate_series(1, $1::int)", ["\(steps)"])
            return (begin.duration(to: taken), taken.duration(to: loop.clock.now))
          }
        }
      }
      var times: [(connection: Duration, database: Duration)] = []
      for task in tasks { times.append(try await task.value) }
      return times
    }
    let whole = times.map { $0.connection + $0.database }.max() ?? .zero
    return Row(
      connections: count, perSecond: Double(requests) / whole.inSeconds,
      forConnection: times.reduce(.zero) { $0 + $1.connection } / requests,
      forDatabase: times.reduce(.zero) { $0 + $1.database } / requests)
  }
}
