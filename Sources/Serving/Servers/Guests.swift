import EventLoop
import Platform

/// The clients of a server on an event loop: a task each, and what waits for the last of them to leave.
final class Guests: Sendable {
  private struct State {
    var tasks: [StreamSocket: Task<Void, Never>] = [:]
    var awaitingEnd: UnsafeContinuation<Void, Never>?
    var awaitingDeparture: UnsafeContinuation<Void, Never>?
    var isEndAsked = false
    var thread: SystemThread?
  }

  private let state = Guarded(State())

  func add(_ descriptor: StreamSocket, _ task: Task<Void, Never>) {
    state.withLock { $0.tasks[descriptor] = task }
  }

  func remove(_ descriptor: StreamSocket) {
    let waiting = state.withLock { state -> UnsafeContinuation<Void, Never>? in
      state.tasks[descriptor] = nil
      return state.tasks.isEmpty ? state.awaitingDeparture.take() : nil
    }
    waiting?.resume()
  }

  func cancelAll() {
    for task in state.withLock({ Array($0.tasks.values) }) { task.cancel() }
  }

  /// Waits until nobody is left.
  nonisolated(nonsending) func allGone() async {
    await withUnsafeContinuation { continuation in
      let isEmpty = state.withLock { state in
        if !state.tasks.isEmpty { state.awaitingDeparture = continuation }
        return state.tasks.isEmpty
      }
      if isEmpty { continuation.resume() }
    }
  }

  /// Waits until somebody asks for the end.
  nonisolated(nonsending) func endAsked() async {
    await withUnsafeContinuation { continuation in
      let isAsked = state.withLock { state in
        if !state.isEndAsked { state.awaitingEnd = continuation }
        return state.isEndAsked
      }
      if isAsked { continuation.resume() }
    }
  }

  func askForEnd() {
    let waiting = state.withLock { state in
      state.isEndAsked = true
      return state.awaitingEnd.take()
    }
    waiting?.resume()
  }

  func keep(_ thread: SystemThread) { state.withLock { $0.thread = thread } }

  /// Gives the thread out, once.
  func takeThread() -> SystemThread? { state.withLock { $0.thread.take() } }
}
