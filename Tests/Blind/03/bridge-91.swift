// meant: turns the callback into an AsyncThrowingStream, returns its first element, lets the stream's termination end the call, and takes an end without an element for a cancellation; expected verdict: right

import EventLoop
import LessonKit
import Synchronization

func bridge(_ service: OldService) async throws -> String {
  let answers = AsyncThrowingStream<String, any Error> { continuation in
    let call = service.start { continuation.yield(with: $0) }
    continuation.onTermination = { reason in
      if case .cancelled = reason { call.cancel() }
    }
  }
  // Whatever the service says after its first word, nobody listens.
  for try await answer in answers { return answer }
  throw CancellationError()
}
