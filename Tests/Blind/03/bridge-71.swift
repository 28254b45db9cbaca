// meant: on cancellation it only resumes its own task and never ends the call, which goes on running after the CancellationError was thrown; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

private final class Once: Sendable {
  private enum State {
    case empty
    case waiting(OldContinuation)
    case done(OldService.Answer)
  }

  private let state = Mutex(State.empty)

  func wait(_ continuation: OldContinuation) {
    let early = state.withLock { state -> OldService.Answer? in
      if case .done(let answer) = state { return answer }
      state = .waiting(continuation)
      return nil
    }
    if let early { continuation.resume(with: early) }
  }

  func finish(_ answer: OldService.Answer) {
    let waiting = state.withLock { state -> OldContinuation? in
      defer { state = .done(answer) }
      if case .waiting(let continuation) = state { return continuation }
      return nil
    }
    waiting?.resume(with: answer)
  }
}

func bridge(_ service: OldService) async throws -> String {
  let once = Once()
  return try await withTaskCancellationHandler {
    try await service.withContinuation { continuation in
      once.wait(continuation)
      service.start { once.finish($0) }
    }
  } onCancel: {
    once.finish(.failure(CancellationError()))
  }
}
