// meant: has no continuation of its own, but reads the first element of an AsyncStream that ends the call when the stream is terminated; expected verdict: right

import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  let answers = AsyncStream<OldService.Answer> { feed in
    let call = service.start { answer in
      feed.yield(answer)
      feed.finish()
    }
    feed.onTermination = { reason in
      if case .cancelled = reason { call.cancel() }
    }
  }
  for await answer in answers { return try answer.get() }
  // The stream ends without an answer only if this task is cancelled.
  throw CancellationError()
}
