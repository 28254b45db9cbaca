import EventLoop
import Postgres
import Workload

/// The site's tables in a real database, for the lecture's three requests: in a server of their own, or in a schema of their own on one
/// that runs.
final class CourseTables {
  private let server: ThrowawayServer?
  private let info: String
  /// The one that has made the tables; what belongs to it is removed with it.
  private let owner: Connection
  private let schema: String

  /// - Parameters:
  ///   - address: where a server runs; `nil` for one of its own.
  ///   - progress: is told what is going on.
  init(at address: String?, progress: (String) -> Void) throws(PostgresError) {
    let server = address == nil ? try ThrowawayServer(progress: progress) : nil
    self.server = server
    info = address ?? server!.info
    owner = try Connection.open(info, on: EventLoop(time: .real()))
    schema = "workbook_\(owner.session)"
    // What an earlier lesson left that was ended by force: its session is gone.
    let left = try owner.query(
      """
      select nspname from pg_namespace where nspname ~ '^workbook_[0-9]+$'
        and substr(nspname, 10)::int not in (select pid from pg_stat_activity)
      """)
    for name in left.compactMap(\.first).compactMap(\.self) {
      _ = try owner.query("drop schema \(name) cascade")
    }
    for statement in [
      "create schema \(schema)",
      "create table \(schema).users (request text primary key, name text not null)",
      "create table \(schema).courses (owner text not null, place int not null, title text not null)",
    ] { _ = try owner.query(statement) }
    for request in ThreeRequests.atOnce {
      let name = "reader of \(request.label)"
      _ = try owner.query("insert into \(schema).users values ($1, $2)", [request.label, name])
      for (place, title) in ["What a \(name) waits for", "Nothing but awaiting"].enumerated() {
        _ = try owner.query(
          "insert into \(schema).courses values ($1, $2, $3)", [name, "\(place)", title])
      }
    }
  }

  deinit { _ = try? owner.query("drop schema \(schema) cascade", within: .seconds(5)) }

  /// A database with a connection for each of the requests, all of them open already.
  func database() throws(PostgresError) -> RealDatabase {
    var connections: [String: Connection] = [:]
    for request in ThreeRequests.atOnce { connections[request.label] = try connection() }
    return RealDatabase(connections: connections)
  }

  /// One more connection, which finds the tables.
  func connection(on loop: EventLoop = EventLoop(time: .real())) throws(PostgresError) -> Connection {
    let connection = try Connection.open(info, on: loop)
    _ = try connection.query("select set_config('search_path', $1, false)", [schema])
    return connection
  }
}

/// The site's database as it is outside of lectures. It needs the time of the lecture's calls, so that the pictures can be compared.
struct RealDatabase: CourseDatabase {
  let connections: [String: Connection]

  /// Goes on with a loop of which a picture is drawn.
  func on(_ loop: EventLoop) -> RealDatabase {
    for connection in connections.values { connection.use(loop) }
    return self
  }

  private static let user = "select name from users, pg_sleep($2::float8) where request = $1"
  private static let courses =
    "select title from courses, pg_sleep($2::float8) where owner = $1 order by place"

  func user(for request: Request) throws -> String {
    try connection(request).query(Self.user, [request.label, seconds("user", request)])[0][0] ?? ""
  }

  func user(for request: Request) async throws -> String {
    try await connection(request).query(Self.user, [request.label, seconds("user", request)])[0][0] ?? ""
  }

  func courses(of user: String, for request: Request) throws -> [String] {
    try connection(request).query(Self.courses, [user, seconds("courses", request)]).map { $0[0] ?? "" }
  }

  func courses(of user: String, for request: Request) async throws -> [String] {
    try await connection(request).query(Self.courses, [user, seconds("courses", request)]).map { $0[0] ?? "" }
  }

  private func connection(_ request: Request) -> Connection { connections[request.label]! }

  private func seconds(_ step: String, _ request: Request) -> String {
    "\(request.duration(of: step) / .seconds(1))"
  }
}
