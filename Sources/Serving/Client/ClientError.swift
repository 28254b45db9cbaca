package import Platform

/// Why a request to a server has no answer.
package enum ClientError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It did not come in time.
  case timedOut
  /// There is no connection: no server listens, or the process may not open one more socket.
  case cannotConnect(SystemError)
  /// The connection ended in the middle of the answer, or what came was none.
  case broken

  package var description: String {
    switch self {
    case .timedOut: "the server did not answer in time"
    case .cannotConnect(let error): "there is no connection to the server (\(error))"
    case .broken: "the connection ended before the answer did"
    }
  }
}
