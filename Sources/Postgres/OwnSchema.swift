package import Console
package import EventLoop

/// A schema of one's own, for a lesson's tables: in a server of its own, or on one that runs, from which it is removed.
package final class OwnSchema: @unchecked Sendable {
  private let server: ThrowawayServer?
  private let info: String
  /// The one that has made the schema; what belongs to it is removed with it.
  private let owner: Connection
  private let name: String

  /// - Parameters:
  ///   - address: where a server runs; `nil` for one of its own.
  ///   - progress: is told what is going on.
  package init(at address: String?, progress: (String) -> Void) throws(PostgresError) {
    let server = address == nil ? try ThrowawayServer(progress: progress) : nil
    self.server = server
    info = address ?? server!.info
    owner = try Connection.open(info, on: EventLoop(time: .real()))
    name = "workbook_\(owner.session)"
    // What an earlier lesson left that was ended by force: its session is gone.
    let left = try owner.query(
      """
      select nspname from pg_namespace where nspname ~ '^workbook_[0-9]+$'
        and substr(nspname, 10)::int not in (select pid from pg_stat_activity)
      """)
    for name in left.compactMap(\.first).compactMap(\.self) {
      _ = try owner.query("drop schema \(name) cascade")
    }
    _ = try owner.query("create schema \(name)")
    _ = try owner.query("select set_config('search_path', $1, false)", [name])
  }

  deinit { _ = try? owner.query("drop schema \(name) cascade", within: .seconds(5)) }

  /// Asks within the schema, and keeps the thread until the answer is there.
  @discardableResult package func query(
    _ sql: String, _ parameters: [String?] = []
  ) throws(PostgresError) -> Connection.Rows {
    try owner.query(sql, parameters)
  }

  /// One more connection, which finds the tables.
  package func connection(
    on loop: EventLoop = EventLoop(time: .real())
  ) throws(PostgresError) -> Connection {
    let connection = try Connection.open(info, on: loop)
    _ = try connection.query("select set_config('search_path', $1, false)", [name])
    return connection
  }

  /// Whether there can be one, if `--database` asks for it: that is said before anything else.
  package static func check(_ arguments: Arguments) throws(Complaint) {
    guard let address = arguments.value("database") else { return }
    guard arguments.value("time") != "virtual" else {
      throw .usage("a database waits in real time: leave out --time virtual, or --database")
    }
    do throws(PostgresError) {
      if address.isEmpty {
        try ThrowawayServer.programs()
      } else {
        try Connection.open(address, on: EventLoop(time: .real())).close()
      }
    } catch {
      throw error.complaint
    }
  }
}
