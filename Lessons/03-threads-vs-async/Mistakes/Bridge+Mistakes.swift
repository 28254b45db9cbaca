import EventLoop
import Synchronization

extension Mistakes {
  enum Bridge {
    /// Thinks of the answer only.
    static func neverOnError(_ service: OldService) async throws -> String {
      let isFirst = Mutex(true)
      let call = Mutex<OldCall?>(nil)
      return try await withTaskCancellationHandler {
        try await service.withContinuation { continuation in
          let started = service.start { answer in
            if case .failure(let error) = answer, !(error is CancellationError) { return }
            if isFirst.withLock({
              let was = $0; $0 = false; return was
            }) {
              continuation.resume(with: answer)
            }
          }
          call.withLock { $0 = started }
          if Task.isCancelled { started.cancel() }
        }
      } onCancel: {
        call.withLock { $0 }?.cancel()
      }
    }

    /// Hands every call of the callback on.
    static func resumesTwice(_ service: OldService) async throws -> String {
      let call = Mutex<OldCall?>(nil)
      return try await withTaskCancellationHandler {
        try await service.withContinuation { continuation in
          let started = service.start { continuation.resume(with: $0) }
          call.withLock { $0 = started }
          if Task.isCancelled { started.cancel() }
        }
      } onCancel: {
        call.withLock { $0 }?.cancel()
      }
    }

    /// Waits as one waits outside of `async` code.
    static func blocksTheLoop(_ service: OldService) async throws -> String {
      try service.waitForAnswer()
    }

    /// Does not hear that nobody wants the answer any more.
    static func ignoresCancellation(_ service: OldService) async throws -> String {
      let isFirst = Mutex(true)
      return try await service.withContinuation { continuation in
        service.start { answer in
          if isFirst.withLock({
            let was = $0; $0 = false; return was
          }) {
            continuation.resume(with: answer)
          }
        }
      }
    }
  }
}
