// meant: guards the continuation against a second callback, but resumes it also from the cancellation handler without asking that guard, so that a call that is cancelled on its way resumes it twice; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

private final class Progress: Sendable {
  private struct State {
    var call: OldCall?
    var continuation: OldContinuation?
    var isCancelled = false
    var isAnswered = false
  }

  private let state = Mutex(State())

  func begin(_ service: OldService, _ continuation: OldContinuation) {
    let call = service.start { answer in
      // It may call back a second time.
      if self.isFirstAnswer() { continuation.resume(with: answer) }
    }
    let isLate = state.withLock { state in
      state.call = call
      state.continuation = continuation
      return state.isCancelled
    }
    if isLate { call.cancel() }
  }

  func cancel() {
    let (call, continuation) = state.withLock { state in
      state.isCancelled = true
      return (state.call, state.isAnswered ? nil : state.continuation)
    }
    call?.cancel()
    continuation?.resume(with: .failure(CancellationError()))
  }

  private func isFirstAnswer() -> Bool {
    state.withLock { state in
      defer { state.isAnswered = true }
      return !state.isAnswered
    }
  }
}

func bridge(_ service: OldService) async throws -> String {
  let progress = Progress()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { progress.begin(service, $0) }
  } onCancel: {
    progress.cancel()
  }
}
