import EventLoop
import Postgres
import Workload

/// The shop's visitors in a real database.
final class ShopTables {
  private let schema: OwnSchema

  /// - Parameters:
  ///   - address: where a server runs; `nil` for one of its own.
  ///   - progress: is told what is going on.
  init(at address: String?, progress: (String) -> Void) throws(PostgresError) {
    schema = try OwnSchema(at: address, progress: progress)
    try schema.query(
      "create table visitors (cookie text primary key, name text not null, owns text, payment text)")
  }

  /// A database in which all visitors are known and own nothing, with a connection for each of the requests.
  func database(for requests: [Request]) throws(PostgresError) -> RealShopDatabase {
    try schema.query("delete from visitors")
    var connections: [String: Connection] = [:]
    for request in requests {
      let cookie = "visitor of \(request.label)"
      try schema.query("insert into visitors values ($1, $2)", [cookie, "reader of \(request.label)"])
      connections[request.label] = try schema.connection()
    }
    return RealShopDatabase(connections: connections)
  }

  /// How many sales are noted down.
  var sales: Int {
    get throws(PostgresError) { try schema.query("select 1 from visitors where payment is not null").count }
  }
}

/// The shop's database as it is outside of lectures. It needs the time of the lecture's calls, so that the pictures can be compared.
struct RealShopDatabase: ShopDatabase {
  let connections: [String: Connection]

  /// Goes on with a loop of which a picture is drawn.
  func on(_ loop: EventLoop) -> RealShopDatabase {
    for connection in connections.values { connection.use(loop) }
    return self
  }

  private static let visitor = "select name from visitors, pg_sleep($2::float8) where cookie = $1"
  private static let record =
    "update visitors set owns = $2, payment = $3 from pg_sleep($4::float8) where name = $1"

  func visitor(_ id: String, for request: Request) throws -> String {
    try connection(request).query(Self.visitor, [id, seconds("visitor", request)])[0][0] ?? ""
  }

  func visitor(_ id: String, for request: Request) async throws -> String {
    try await connection(request).query(Self.visitor, [id, seconds("visitor", request)])[0][0] ?? ""
  }

  func record(_ receipt: Receipt, for request: Request) throws {
    _ = try connection(request).query(Self.record, parameters(receipt, request))
  }

  func record(_ receipt: Receipt, for request: Request) async throws {
    _ = try await connection(request).query(Self.record, parameters(receipt, request))
  }

  private func parameters(_ receipt: Receipt, _ request: Request) -> [String] {
    [receipt.order.visitor, receipt.order.item, receipt.payment, seconds("record", request)]
  }

  private func connection(_ request: Request) -> Connection { connections[request.label]! }

  private func seconds(_ step: String, _ request: Request) -> String {
    "\(request.duration(of: step) / .seconds(1))"
  }
}
