// meant: on cancellation it throws at once but doesn't end the call, which the service goes on with for no one; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

/// Lets the first answer through and no other.
private final class Gate: Sendable {
  private let continuation = Mutex<OldContinuation?>(nil)

  func open(for continuation: OldContinuation) {
    self.continuation.withLock { $0 = continuation }
  }

  func pass(_ answer: OldService.Answer) {
    continuation.withLock { $0.take() }?.resume(with: answer)
  }
}

func bridge(_ service: OldService) async throws -> String {
  try Task.checkCancellation()
  let gate = Gate()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      gate.open(for: continuation)
      service.start(gate.pass)
    }
  } onCancel: {
    // Whatever the service says later comes to a closed gate.
    gate.pass(.failure(CancellationError()))
  }
}
