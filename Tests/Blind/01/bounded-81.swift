// meant: lets a window slide over the requests and waits for the oldest one in it instead of whichever is done first, so with a limit of 2 a long request 1 and a short request 2, request 3 starts too late; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  var tasks: [Task<Response, any Error>] = []
  for request in requests {
    if tasks.count >= limit {
      // The one that is `limit` places before this one has to make room.
      _ = await tasks[tasks.count - limit].result
    }
    tasks.append(Task(executorPreference: loop) { try await answer(request) })
  }

  var results: [Result<Response, any Error>] = []
  for task in tasks {
    results.append(await task.result)
  }
  return results
}
