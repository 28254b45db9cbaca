// meant: no continuation at all: the callback feeds an AsyncStream, whose first element is the answer, and whose termination ends the call; expected verdict: right
import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  let answers = AsyncStream<OldService.Answer> { feed in
    let call = service.start { answer in
      feed.yield(answer)
      feed.finish()
    }
    feed.onTermination = { _ in call.cancel() }
  }
  for await answer in answers { return try answer.get() }
  throw CancellationError()
}
