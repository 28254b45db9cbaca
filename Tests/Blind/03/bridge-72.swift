// meant: believes that a service calls back only once and resumes in every callback, so that a service that calls back twice resumes the continuation twice; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  let call = Mutex<OldCall?>(nil)
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      let started = service.start { continuation.resume(with: $0) }
      call.withLock { $0 = started }
      // If it was cancelled before there was a call to end.
      if Task.isCancelled { started.cancel() }
    }
  } onCancel: {
    call.withLock { $0 }?.cancel()
  }
}
