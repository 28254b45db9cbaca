// meant: resumes once, but never cancels the call; expected verdict: wrong
// right: a cancellation handler cancels the call.
import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  let isDone = Mutex(false)
  return try await service.withContinuation { continuation in
    service.start { answer in
      let first = isDone.withLock { done in
        defer { done = true }
        return !done
      }
      if first { continuation.resume(with: answer) }
    }
  }
}
