// meant: a window of `limit`, refilled as each one ends; expected verdict: right
// right: -
import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  var results: [Int: Result<Response, any Error>] = [:]
  await withTaskGroup(of: (Int, Result<Response, any Error>).self) { group in
    for index in requests.indices {
      if index >= limit, let (done, result) = await group.next() { results[done] = result }
      group.addTask {
        do { return (index, .success(try await answer(requests[index]))) } catch {
          return (index, .failure(error))
        }
      }
    }
    for await (done, result) in group { results[done] = result }
  }
  return requests.indices.map { results[$0]! }
}
