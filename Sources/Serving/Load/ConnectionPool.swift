/// The connections of an open loop: a request takes one that is free, opens a new one, or waits until one is free.
/// Only used on the loop's thread.
final class ConnectionPool: @unchecked Sendable {
  private let most: Int
  private let makeConnection: () -> ClientConnection
  private var free: [ClientConnection] = []
  private var made = 0
  private var waiting: [UnsafeContinuation<ClientConnection, Never>] = []
  /// How many of those that waited have been served; dropping each from the front would cost a move of all the others.
  private var served = 0

  init(atMost most: Int, _ makeConnection: @escaping () -> ClientConnection) {
    self.most = most
    self.makeConnection = makeConnection
  }

  nonisolated(nonsending) func take() async -> ClientConnection {
    if let connection = free.popLast() { return connection }
    if made < most {
      made += 1
      return makeConnection()
    }
    return await withUnsafeContinuation { waiting.append($0) }
  }

  func give(_ connection: ClientConnection) {
    guard served < waiting.count else {
      waiting = []
      served = 0
      return free.append(connection)
    }
    served += 1
    waiting[served - 1].resume(returning: connection)
  }

  func close() {
    for connection in free { connection.close() }
    free = []
  }
}
