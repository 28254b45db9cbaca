// meant: the cancellation handler finds no call yet when the task is cancelled before it gets here, and nothing remembers that, so that the call is made in full and its answer returned; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  final class Shared: Sendable {
    let call = Mutex<OldCall?>(nil)
    let isAnswered = Atomic(false)
  }
  let shared = Shared()

  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      let call = service.start { answer in
        let isSecond = shared.isAnswered.exchange(true, ordering: .relaxed)
        if !isSecond { continuation.resume(with: answer) }
      }
      shared.call.withLock { $0 = call }
    }
  } onCancel: {
    shared.call.withLock { $0 }?.cancel()
  }
}
