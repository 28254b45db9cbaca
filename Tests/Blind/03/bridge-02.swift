// meant: tries again when the service fails, as one does with networks, instead of throwing its error: the call is started twice; expected verdict: wrong
import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  func once() async throws -> String {
    let call = Mutex<OldCall?>(nil)
    return try await withTaskCancellationHandler {
      try await service.withContinuation { continuation in
        let isFirst = Flag()
        let started = service.start { answer in
          if isFirst.take() { continuation.resume(with: answer) }
        }
        call.withLock { $0 = started }
        if Task.isCancelled { started.cancel() }
      }
    } onCancel: {
      call.withLock { $0 }?.cancel()
    }
  }
  do {
    return try await once()
  } catch is CancellationError {
    throw CancellationError()
  } catch {
    return try await once()
  }
}

private final class Flag: Sendable {
  private let isUp = Mutex(true)

  func take() -> Bool {
    isUp.withLock { isUp in
      defer { isUp = false }
      return isUp
    }
  }
}
