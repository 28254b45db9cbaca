import LessonKit
import Platform

extension BridgeGrading {
  static let mistakes = [neverOnError, resumesTwice, blocksTheLoop, ignoresCancellation]

  private static let neverOnError = Mistake<Function>(
    "never-resumed-on-error",
    says: """
      When the service fails, you never resume. Your task then waits for ever, and so does every task that awaits it. Every \
      path through the callback has to resume.
      """
  ) { service in
    let isFirst = Guarded(true)
    return try await cancellable(service) { answer, continuation in
      if case .failure(let error) = answer, !(error is CancellationError) { return }
      if take(isFirst) { continuation.resume(with: answer) }
    }
  }

  private static let resumesTwice = Mistake<Function>(
    "resumed-twice",
    says: """
      You resume as often as the service calls back. A continuation may be resumed only once: a second time ends the program \
      (`CheckedContinuation`) or corrupts it (`UnsafeContinuation`).
      """
  ) { service in
    try await cancellable(service) { answer, continuation in continuation.resume(with: answer) }
  }

  private static let blocksTheLoop = Mistake<Function>(
    "blocks-the-loop",
    says: """
      You wait and keep the thread, as with a semaphore. It is the event loop's only thread: until the answer is there, no other \
      task runs, and a callback that needs the loop would never come. Suspend instead, with a continuation.
      """
  ) { service in
    try service.waitForAnswer()
  }

  private static let ignoresCancellation = Mistake<Function>(
    "ignores-cancellation",
    says: """
      Your task was cancelled, and went on waiting for an answer that is no longer wanted. A continuation knows nothing of \
      cancellation: end the call in a cancellation handler.
      """
  ) { service in
    let isFirst = Guarded(true)
    return try await service.withContinuation { continuation in
      service.start { if take(isFirst) { continuation.resume(with: $0) } }
    }
  }

  /// Starts a call that ends when the task is cancelled.
  private static func cancellable(
    _ service: OldService,
    _ callback: @escaping @Sendable (OldService.Answer, OldContinuation) -> Void
  ) async throws -> String {
    let call = Guarded<OldCall?>(nil)
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let started = service.start { callback($0, continuation) }
        call.withLock { $0 = started }
        if Task.isCancelled { started.cancel() }
      }
    } onCancel: {
      call.withLock { $0 }?.cancel()
    }
  }

  /// Whether it is the first time.
  private static func take(_ isFirst: Guarded<Bool>) -> Bool {
    isFirst.withLock { isFirst in
      defer { isFirst = false }
      return isFirst
    }
  }
}
