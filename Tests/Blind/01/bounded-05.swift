// meant: a worker ends with its first error, so that its slot is lost; the rest stay unanswered; expected verdict: wrong
// right: the error is stored, and the worker takes the next request.
import EventLoop
import LessonKit
import Platform
import Workload

private struct Unanswered: Error {}

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let next = Guarded(0)
  let unanswered = Result<Response, any Error>.failure(Unanswered())
  let results = Guarded([Result<Response, any Error>](repeating: unanswered, count: requests.count))
  await withTaskGroup(of: Void.self) { workers in
    for _ in 0..<limit {
      workers.addTask {
        while true {
          let index = next.withLock {
            $0 += 1
            return $0 - 1
          }
          guard index < requests.count else { return }
          do {
            let response = try await answer(requests[index])
            results.withLock { $0[index] = .success(response) }
          } catch {
            results.withLock { $0[index] = .failure(error) }
            return
          }
        }
      }
    }
  }
  return results.withLock { $0 }
}
