// meant: uses an AsyncStream as a bowl with `limit` tokens, from which every request takes one before it starts and puts it back when it is done or has failed; expected verdict: right

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let (tokens, bowl) = AsyncStream.makeStream(of: Void.self)
  for _ in 0..<min(limit, requests.count) {
    bowl.yield()
  }

  var tasks: [Task<Response, any Error>] = []
  var hand = tokens.makeAsyncIterator()
  for request in requests {
    _ = await hand.next()
    tasks.append(
      Task(executorPreference: loop) {
        defer { bowl.yield() }
        return try await answer(request)
      })
  }

  var results: [Result<Response, any Error>] = []
  for task in tasks {
    results.append(await task.result)
  }
  return results
}
