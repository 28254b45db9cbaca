import EventLoop
import Postgres
import Workload

/// The site's tables in a real database, for the lecture's three requests: in a server of their own, or in a schema of their own on one
/// that runs.
final class CourseTables {
  private let schema: OwnSchema

  /// - Parameters:
  ///   - address: where a server runs; `nil` for one of its own.
  ///   - progress: is told what is going on.
  init(at address: String?, progress: (String) -> Void) throws(PostgresError) {
    schema = try OwnSchema(at: address, progress: progress)
    try schema.query("create table users (request text primary key, name text not null)")
    try schema.query("create table courses (owner text not null, place int not null, title text not null)")
    for request in ThreeRequests.atOnce {
      let name = "reader of \(request.label)"
      try schema.query("insert into users values ($1, $2)", [request.label, name])
      for (place, title) in ["What a \(name) waits for", "Nothing but awaiting"].enumerated() {
        try schema.query("insert into courses values ($1, $2, $3)", [name, "\(place)", title])
      }
    }
  }

  /// A database with a connection for each of the requests, all of them open already.
  func database() throws(PostgresError) -> RealDatabase {
    var connections: [String: Connection] = [:]
    for request in ThreeRequests.atOnce { connections[request.label] = try connection() }
    return RealDatabase(connections: connections)
  }

  /// One more connection, which finds the tables.
  func connection(on loop: EventLoop = EventLoop(time: .real())) throws(PostgresError) -> Connection {
    try schema.connection(on: loop)
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
