// meant: Its cancellation handler ends the call only if there is one already, so that a task cancelled before it begins starts a call that nobody ends and returns its answer; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

private final class CallInProgress: Sendable {
  private let call = Mutex<OldCall?>(nil)
  private let isAnswered = Mutex(false)

  func begin(_ call: OldCall) { self.call.withLock { $0 = call } }

  func cancel() { call.withLock { $0 }?.cancel() }

  /// Whether this is the first answer.
  func isFirstAnswer() -> Bool {
    isAnswered.withLock { isAnswered in
      defer { isAnswered = true }
      return !isAnswered
    }
  }
}

func bridge(_ service: OldService) async throws -> String {
  let inProgress = CallInProgress()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      inProgress.begin(
        service.start { answer in
          if inProgress.isFirstAnswer() { continuation.resume(with: answer) }
        })
    }
  } onCancel: {
    inProgress.cancel()
  }
}
