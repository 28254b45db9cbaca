// meant: When cancelled in the middle it throws at once by resuming the continuation itself, but never ends the call, which goes on for no one; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

/// Passes the first answer on and drops all others, whichever comes first: the continuation or the answer.
private final class Letterbox: Sendable {
  private enum State {
    case empty
    case waiting(OldContinuation)
    case early(OldService.Answer)
    case done
  }

  private let state = Mutex(State.empty)

  func open(_ continuation: OldContinuation) {
    let answer: OldService.Answer? = state.withLock { state in
      if case .early(let answer) = state {
        state = .done
        return answer
      }
      state = .waiting(continuation)
      return nil
    }
    if let answer { continuation.resume(with: answer) }
  }

  func put(_ answer: OldService.Answer) {
    let continuation: OldContinuation? = state.withLock { state in
      switch state {
      case .empty:
        state = .early(answer)
        return nil
      case .waiting(let continuation):
        state = .done
        return continuation
      case .early, .done:
        return nil
      }
    }
    continuation?.resume(with: answer)
  }
}

func bridge(_ service: OldService) async throws -> String {
  try Task.checkCancellation()
  let letterbox = Letterbox()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      letterbox.open(continuation)
      service.start { letterbox.put($0) }
    }
  } onCancel: {
    letterbox.put(.failure(CancellationError()))
  }
}
