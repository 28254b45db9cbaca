// meant: the flag that should stop a second resumption is made anew in every callback, so it never stops anything; expected verdict: wrong
import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  let current = Current()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      let call = service.start { answer in
        var hasResumed = false
        guard !hasResumed else { return }
        hasResumed = true
        continuation.resume(with: answer)
      }
      current.set(call)
      if Task.isCancelled { call.cancel() }
    }
  } onCancel: {
    current.cancel()
  }
}

private final class Current: Sendable {
  private let call = Mutex<OldCall?>(nil)

  func set(_ new: OldCall) { call.withLock { $0 = new } }
  func cancel() { call.withLock { $0 }?.cancel() }
}
