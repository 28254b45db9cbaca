// meant: has the cancellation handler cancel the call that is stored when it is started, and so loses a cancellation that came before the beginning, when no call was stored yet: a task that is cancelled before it begins waits to the end and returns the answer; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  let current = CurrentCall()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      current.store(
        service.start { answer in
          if current.isFirstAnswer() { continuation.resume(with: answer) }
        })
    }
  } onCancel: {
    current.cancel()
  }
}

private final class CurrentCall: Sendable {
  private let call = Mutex<OldCall?>(nil)
  private let isAnswered = Mutex(false)

  func store(_ started: OldCall) { call.withLock { $0 = started } }

  /// The service answers an ended call with a `CancellationError` by itself.
  func cancel() { call.withLock { $0 }?.cancel() }

  func isFirstAnswer() -> Bool {
    isAnswered.withLock { answered in
      defer { answered = true }
      return !answered
    }
  }
}
