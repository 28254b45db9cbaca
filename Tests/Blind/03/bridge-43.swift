// meant: an AsyncThrowingStream instead of the continuation: the first callback yields and finishes it, and its termination by cancellation ends the call; expected verdict: right

import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  let answers = AsyncThrowingStream<String, any Error> { stream in
    let call = service.start { answer in
      switch answer {
      case .success(let text):
        stream.yield(text)
        stream.finish()
      case .failure(let error):
        stream.finish(throwing: error)
      }
    }
    stream.onTermination = { reason in
      if case .cancelled = reason { call.cancel() }
    }
  }
  for try await answer in answers {
    return answer
  }
  // Without an answer and without an error it ends only when the task is cancelled.
  throw CancellationError()
}
