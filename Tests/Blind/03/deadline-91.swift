// meant: cancels the operation at the deadline but then returns whatever it ends with, so that an operation which answers with a response even when it is cancelled has that late response returned instead of TimedOut; expected verdict: wrong

import EventLoop
import LessonKit

func deadline(
  _ limit: Duration, on loop: EventLoop, _ operation: @escaping @Sendable () async throws -> Response
) async throws -> Response {
  let end = loop.clock.now.advanced(by: limit)
  let work = Task(executorPreference: loop) { try await operation() }
  let watchdog = Task(executorPreference: loop) {
    do { try await loop.sleep(until: end) } catch { return false }
    work.cancel()
    return true
  }
  let result = await withTaskCancellationHandler {
    await work.result
  } onCancel: {
    work.cancel()
    watchdog.cancel()
  }
  watchdog.cancel()
  let hasBarked = await watchdog.value
  try Task.checkCancellation()
  switch result {
  case .success(let response): return response
  case .failure(let error): throw hasBarked ? TimedOut() : error
  }
}
