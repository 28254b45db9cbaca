import Platform

/// The tasks of ``EventLoopServer``: one that accepts connections, and one for each of these.
final class ConnectionTasks: Sendable {
  private struct State {
    var accepting: Task<Void, any Error>?
    var isCancelled = false
    var serving: [StreamSocket: Task<Void, Never>] = [:]
  }

  private let state = Guarded(State())

  func add(_ socket: StreamSocket, _ task: Task<Void, Never>) {
    state.withLock { $0.serving[socket] = task }
  }

  func remove(_ socket: StreamSocket) { state.withLock { $0.serving[socket] = nil } }

  /// Waits until the task that accepts connections has been cancelled.
  nonisolated(nonsending) func accept(with accepting: Task<Void, any Error>) async {
    let isCancelled = state.withLock { state in
      state.accepting = accepting
      return state.isCancelled
    }
    if isCancelled { accepting.cancel() }
    _ = await accepting.result
  }

  /// Ends the task that accepts connections, also one that only begins later.
  func cancelAccepting() {
    state.withLock { state in
      state.isCancelled = true
      return state.accepting
    }?.cancel()
  }

  func cancelServing() {
    for task in state.withLock({ Array($0.serving.values) }) { task.cancel() }
  }

  /// Waits until there is no connection any more.
  nonisolated(nonsending) func allServed() async {
    while let task = state.withLock({ $0.serving.first?.value }) { await task.value }
  }
}
