// meant: resumes the continuation in every callback, so that it is resumed twice when the service calls back twice; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

private final class CallBox: Sendable {
  private let state = Mutex<(call: OldCall?, isCancelled: Bool)>((nil, false))

  func set(_ call: OldCall) {
    let isCancelled = state.withLock { state in
      state.call = call
      return state.isCancelled
    }
    if isCancelled { call.cancel() }
  }

  func cancel() {
    let call = state.withLock { state in
      state.isCancelled = true
      return state.call
    }
    call?.cancel()
  }
}

func bridge(_ service: OldService) async throws -> String {
  let box = CallBox()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      box.set(service.start { answer in continuation.resume(with: answer) })
    }
  } onCancel: {
    box.cancel()
  }
}
