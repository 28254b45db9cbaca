// meant: takes an error for a hiccup after which the service calls back again, and resumes only with a success, so that the task waits for ever when the service fails; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

private final class Once: Sendable {
  private let state = Mutex<(continuation: OldContinuation?, call: OldCall?)>((nil, nil))

  func begin(_ continuation: OldContinuation) { state.withLock { $0.continuation = continuation } }
  func began(_ call: OldCall) { state.withLock { $0.call = call } }

  func finish(_ answer: OldService.Answer) {
    let continuation = state.withLock { state in
      defer { state.continuation = nil }
      return state.continuation
    }
    continuation?.resume(with: answer)
  }

  func cancel() {
    state.withLock { $0.call }?.cancel()
    finish(.failure(CancellationError()))
  }
}

func bridge(_ service: OldService) async throws -> String {
  try Task.checkCancellation()
  let once = Once()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      once.begin(continuation)
      let call = service.start { answer in
        switch answer {
        case .success:
          once.finish(answer)
        case .failure:
          // The connection hiccups; the second answer is the one that counts.
          break
        }
      }
      once.began(call)
    }
  } onCancel: {
    once.cancel()
  }
}
