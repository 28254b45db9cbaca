// meant: before request i it waits for request i - limit in particular instead of for any that is done, so a slow one holds up a free slot, seen with a limit of 2 when the first request is slower than the second; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  var tasks: [Task<Response, any Error>] = []
  for (index, request) in requests.enumerated() {
    if index >= limit {
      _ = await tasks[index - limit].result
    }
    tasks.append(Task(executorPreference: loop) { try await answer(request) })
  }
  var results: [Result<Response, any Error>] = []
  for task in tasks {
    results.append(await task.result)
  }
  return results
}
