import Platform

/// A bounded number of connections that many tasks on one loop share: a task that comes when all are taken waits, in order.
package final class Pool: @unchecked Sendable {
  private let open: () async throws -> Connection
  private let most: Int
  private var free: [Connection] = []
  private var made = 0
  /// The tasks that wait for a connection, by a number of their own. A cancellation may come from any thread.
  private let waiting = Guarded<[(number: Int, continuation: UnsafeContinuation<Connection?, Never>)]>([])
  private var number = 0

  /// - Parameters:
  ///   - most: the most connections at once.
  ///   - open: opens one, when it is first needed.
  package init(atMost most: Int, open: @escaping () async throws -> Connection) {
    precondition(most > 0, "a pool without connections serves nothing")
    (self.open, self.most) = (open, most)
  }

  /// How many connections are open or about to be.
  package var count: Int { made }

  /// Lends a connection out, and takes it back however the body ends. One that has ended is replaced by a new one.
  package nonisolated(nonsending) func withConnection<Success>(
    _ body: nonisolated(nonsending) (Connection) async throws -> Success
  ) async throws -> Success {
    let connection = try await take()
    defer { give(connection) }
    return try await body(connection)
  }

  /// Opens as many connections as the pool may have, so that no query has to wait for one.
  package nonisolated(nonsending) func fill() async throws {
    while made < most {
      made += 1
      do { free.append(try await open()) } catch {
        made -= 1
        throw error
      }
    }
  }

  /// Ends the connections that are not lent out.
  package func close() {
    for connection in free { connection.close() }
    made -= free.count
    free = []
  }

  private nonisolated(nonsending) func take() async throws -> Connection {
    while true {
      if let connection = free.popLast() { return connection }
      if made < most {
        made += 1
        do { return try await open() } catch {
          made -= 1
          wakeOne()
          throw error
        }
      }
      if let connection = try await waitForOne() { return connection }
    }
  }

  /// Hands the connection to the task that has waited longest: one that only asks now must not overtake it.
  private func give(_ connection: Connection) {
    guard connection.isOpen else {
      made -= 1
      return wakeOne()
    }
    if let next = longestWaiting { next.resume(returning: connection) } else { free.append(connection) }
  }

  /// Waits for a connection; `nil` if there is room for a new one instead.
  private nonisolated(nonsending) func waitForOne() async throws -> Connection? {
    number += 1
    let own = number
    let connection = await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        waiting.withLock { $0.append((own, continuation)) }
        // The cancellation may have come before there was anything to wake.
        if Task.isCancelled { wake(own) }
      }
    } onCancel: {
      wake(own)
    }
    guard Task.isCancelled else { return connection }
    // What this task was given in the same moment is for the next.
    if let connection { give(connection) } else { wakeOne() }
    throw CancellationError()
  }

  private var longestWaiting: UnsafeContinuation<Connection?, Never>? {
    waiting.withLock { $0.isEmpty ? nil : $0.removeFirst().continuation }
  }

  private func wakeOne() { longestWaiting?.resume(returning: nil) }

  private func wake(_ number: Int) {
    waiting.withLock { waiting in
      waiting.firstIndex { $0.number == number }.map { waiting.remove(at: $0) }
    }?.continuation.resume(returning: nil)
  }
}
