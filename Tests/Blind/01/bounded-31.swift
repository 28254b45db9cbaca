// meant: it works in batches of `limit` and begins a batch only when the whole one before it is done, so that a free slot stays empty, which one sees when the requests of a batch take different times and more follow; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  var results: [Result<Response, any Error>] = []
  var rest = requests[...]
  while !rest.isEmpty {
    // Take as many as there are connections.
    let tasks = rest.prefix(limit).map { request in
      Task(executorPreference: loop) { try await answer(request) }
    }
    rest = rest.dropFirst(limit)
    for task in tasks {
      results.append(await task.result)
    }
  }
  return results
}
