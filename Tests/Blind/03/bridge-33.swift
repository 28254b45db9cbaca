// meant: a state machine under a lock takes the continuation out at the first of callback and cancellation, and a cancellation that comes before the call is remembered; expected verdict: right

import EventLoop
import LessonKit
import Synchronization

private final class Handover: Sendable {
  private enum Phase {
    case new
    case waiting(OldContinuation, OldCall?)
    case over
  }

  private let phase = Mutex(Phase.new)

  /// Whether the call is still wanted.
  func wait(_ continuation: OldContinuation) -> Bool {
    phase.withLock { phase in
      guard case .new = phase else { return false }
      phase = .waiting(continuation, nil)
      return true
    }
  }

  func began(_ call: OldCall) {
    let isOver = phase.withLock { phase in
      guard case .waiting(let continuation, _) = phase else { return true }
      phase = .waiting(continuation, call)
      return false
    }
    if isOver { call.cancel() }
  }

  func end(with answer: OldService.Answer, cancelling: Bool = false) {
    let last = phase.withLock { phase in
      defer { phase = .over }
      return phase
    }
    guard case .waiting(let continuation, let call) = last else { return }
    if cancelling { call?.cancel() }
    continuation.resume(with: answer)
  }
}

func bridge(_ service: OldService) async throws -> String {
  let handover = Handover()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      guard handover.wait(continuation) else {
        return continuation.resume(with: .failure(CancellationError()))
      }
      handover.began(service.start { handover.end(with: $0) })
    }
  } onCancel: {
    handover.end(with: .failure(CancellationError()), cancelling: true)
  }
}
