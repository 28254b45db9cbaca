// meant: on cancellation it lets its own task go on at once, but never ends the call; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

private final class Waiting: Sendable {
  private let continuation = Mutex<OldContinuation?>(nil)
  private let isOver = Atomic(false)

  func begin(_ continuation: OldContinuation) { self.continuation.withLock { $0 = continuation } }

  func end(with answer: OldService.Answer) {
    guard let continuation = continuation.withLock({ $0 }) else { return }
    if !isOver.exchange(true, ordering: .relaxed) { continuation.resume(with: answer) }
  }
}

func bridge(_ service: OldService) async throws -> String {
  try Task.checkCancellation()
  let waiting = Waiting()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      waiting.begin(continuation)
      service.start { waiting.end(with: $0) }
    }
  } onCancel: {
    waiting.end(with: .failure(CancellationError()))
  }
}
