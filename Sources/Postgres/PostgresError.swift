package import Console

/// Why a database has not answered.
package enum PostgresError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is nothing here to talk to a database with, or no server; and how to get it.
  case unavailable(String, advice: String)
  /// The connection was not made, or ended.
  case disconnected(String)
  /// The server refused a query: its five-character code (SQLSTATE) and what it says.
  case refused(state: String, String)
  /// The answer did not come in time.
  case timedOut

  package var description: String {
    switch self {
    case .unavailable(let reason, _): reason
    case .disconnected(let words): "the connection to the database ended: \(words)"
    case .refused(let state, let words): "the database refused: \(words) (\(state))"
    case .timedOut: "the database did not answer in time"
    }
  }

  /// What a command line says of it.
  package var complaint: Complaint {
    if case .unavailable(let reason, let advice) = self { return .unavailable(reason, advice: [advice]) }
    return .unavailable(description)
  }
}
