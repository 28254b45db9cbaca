import EventLoop
import Platform

/// A limited number of slots. A task that needs one and finds none is suspended until one is free: a semaphore to be awaited.
final class Slots: Sendable {
  private struct Waiter {
    var number: Int
    var continuation: UnsafeContinuation<Void, any Error>
  }

  private struct State {
    var free: Int
    var waiting: [Waiter] = []
    var last = 0
    var cancelled: Set<Int> = []
  }

  private let loop: EventLoop
  private let state: Guarded<State>

  init(_ count: Int, on loop: EventLoop) {
    self.loop = loop
    state = Guarded(State(free: count))
  }

  /// Takes a slot as soon as there is one.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled; it then has no slot.
  func acquire() async throws {
    try Task.checkCancellation()
    let number: Int? = state.withLock { state in
      if state.free > 0 {
        state.free -= 1
        return nil
      }
      state.last += 1
      return state.last
    }
    guard let number else { return }
    try await loop.waiting(for: "a free slot") {
      try await withTaskCancellationHandler {
        try await withUnsafeThrowingContinuation { continuation in
          let isLate = state.withLock { state in
            if state.cancelled.remove(number) != nil { return true }
            state.waiting.append(Waiter(number: number, continuation: continuation))
            return false
          }
          if isLate { continuation.resume(throwing: CancellationError()) }
        }
      } onCancel: {
        cancel(number)
      }
    }
  }

  /// Gives a slot back.
  func release() {
    let next = state.withLock { state -> Waiter? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.free += 1
      return nil
    }
    next?.continuation.resume()
  }

  private func cancel(_ number: Int) {
    let waiter = state.withLock { state -> Waiter? in
      guard let index = state.waiting.firstIndex(where: { $0.number == number }) else {
        state.cancelled.insert(number)
        return nil
      }
      return state.waiting.remove(at: index)
    }
    waiter?.continuation.resume(throwing: CancellationError())
  }
}
