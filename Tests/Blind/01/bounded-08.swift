// meant: right, with a semaphore that suspends: every task begins at once and waits for its permit; expected verdict: right
import EventLoop
import LessonKit
import Workload

private actor Permits {
  private var free: Int
  private var queue: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { queue.append($0) }
    }
  }

  func giveBack() {
    if queue.isEmpty { free += 1 } else { queue.removeFirst().resume() }
  }
}

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let permits = Permits(limit)
  let tasks = requests.map { request in
    Task(executorPreference: loop) {
      await permits.take()
      do {
        let response = try await answer(request)
        await permits.giveBack()
        return response
      } catch {
        await permits.giveBack()
        throw error
      }
    }
  }
  return await withTaskCancellationHandler {
    var results: [Result<Response, any Error>] = []
    for task in tasks { results.append(await task.result) }
    return results
  } onCancel: {
    for task in tasks { task.cancel() }
  }
}
