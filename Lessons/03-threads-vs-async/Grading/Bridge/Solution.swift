import EventLoop
import LessonKit
import Synchronization

enum BridgeSolution {
  /// The first answer resumes. A cancellation ends the call, and the call then answers.
  static func bridge(_ service: OldService) async throws -> String {
    let state = Bridge()
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let call = service.start { answer in
          if state.isFirst() { continuation.resume(with: answer) }
        }
        state.begin(call)
      }
    } onCancel: {
      state.cancel()
    }
  }

  private final class Bridge: Sendable {
    private struct State {
      var call: OldCall?
      var isCancelled = false
      var isAnswered = false
    }

    private let state = Mutex(State())

    func isFirst() -> Bool {
      state.withLock { state in
        defer { state.isAnswered = true }
        return !state.isAnswered
      }
    }

    /// Remembers the call, and ends it if the cancellation came before it.
    func begin(_ call: OldCall) {
      let isCancelled = state.withLock { state in
        state.call = call
        return state.isCancelled
      }
      if isCancelled { call.cancel() }
    }

    func cancel() {
      state.withLock { state in
        state.isCancelled = true
        return state.call
      }?.cancel()
    }
  }
}
