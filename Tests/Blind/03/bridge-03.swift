// meant: asks once, before it starts, whether it is cancelled, and believes that this is enough; a cancellation while it waits goes unnoticed; expected verdict: wrong
import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  try Task.checkCancellation()
  return try await service.withContinuation { continuation in
    let box = Box(continuation)
    service.start { answer in box.empty()?.resume(with: answer) }
  }
}

private final class Box: Sendable {
  private let content: Mutex<OldContinuation?>

  init(_ continuation: OldContinuation) { content = Mutex(continuation) }

  func empty() -> OldContinuation? {
    content.withLock { content in
      let taken = content
      content = nil
      return taken
    }
  }
}
