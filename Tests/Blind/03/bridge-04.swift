// meant: on cancellation it lets its own task go on with a CancellationError but does not end the call, which works on for nobody; expected verdict: wrong
import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  let waiting = Waiting()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      waiting.begin(continuation)
      if Task.isCancelled {
        waiting.end(.failure(CancellationError()))
      } else {
        service.start { waiting.end($0) }
      }
    }
  } onCancel: {
    waiting.end(.failure(CancellationError()))
  }
}

private final class Waiting: Sendable {
  private let continuation = Mutex<OldContinuation?>(nil)

  func begin(_ new: OldContinuation) { continuation.withLock { $0 = new } }

  func end(_ answer: OldService.Answer) {
    let old = continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
    old?.resume(with: answer)
  }
}
