// meant: an AsyncStream serves as a bowl of `limit` tokens, one is taken before each task is made and each task puts its token back when it ends, however it ends; expected verdict: right

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let (bowl, tokens) = AsyncStream.makeStream(of: Void.self)
  for _ in 0..<min(limit, requests.count) {
    tokens.yield()
  }

  var taking = bowl.makeAsyncIterator()
  var tasks: [Task<Response, any Error>] = []
  for request in requests {
    _ = await taking.next()
    tasks.append(
      Task(executorPreference: loop) {
        defer { tokens.yield() }
        return try await answer(request)
      })
  }

  var results: [Result<Response, any Error>] = []
  for task in tasks {
    results.append(await task.result)
  }
  return results
}
