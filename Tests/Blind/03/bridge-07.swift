// meant: resumes once, but looks whether it was cancelled only when the answer is there; expected verdict: wrong

import EventLoop
import LessonKit
import Synchronization

private final class Once: Sendable {
  let isResumed = Atomic(false)
}

func bridge(_ service: OldService) async throws -> String {
  let once = Once()
  let answer = try await service.withContinuation { continuation in
    service.start { answer in
      if !once.isResumed.exchange(true, ordering: .relaxed) { continuation.resume(with: answer) }
    }
  }
  try Task.checkCancellation()
  return answer
}
