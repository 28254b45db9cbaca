// meant: like an AbortController: a timer task aborts the work task, and a CancellationError means timed out; being cancelled oneself is passed on to neither; expected verdict: wrong
import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let work = Task(executorPreference: loop) { try await operation() }
  let timer = Task(executorPreference: loop) {
    try await loop.sleep(for: limit)
    work.cancel()
  }
  defer { timer.cancel() }
  do {
    return try await work.value
  } catch is CancellationError {
    throw TimedOut()
  }
}
