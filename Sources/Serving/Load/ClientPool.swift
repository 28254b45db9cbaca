/// The connections of an open loop: a request takes one that is free, opens a new one, or waits for its turn.
/// Only used on the loop's thread.
final class ClientPool: @unchecked Sendable {
  private let most: Int
  private let makeClient: () -> any LoadClient
  private var free: [any LoadClient] = []
  private var made = 0
  private var waiting: [UnsafeContinuation<any LoadClient, Never>] = []
  /// How many of those that waited have been served; dropping each from the front would cost a move of all the others.
  private var served = 0

  init(atMost most: Int, _ makeClient: @escaping () -> any LoadClient) {
    self.most = most
    self.makeClient = makeClient
  }

  nonisolated(nonsending) func take() async -> any LoadClient {
    if let client = free.popLast() { return client }
    if made < most {
      made += 1
      return makeClient()
    }
    return await withUnsafeContinuation { waiting.append($0) }
  }

  func give(_ client: any LoadClient) {
    guard served < waiting.count else {
      waiting = []
      served = 0
      return free.append(client)
    }
    served += 1
    waiting[served - 1].resume(returning: client)
  }

  func close() {
    for client in free { client.close() }
    free = []
  }
}
