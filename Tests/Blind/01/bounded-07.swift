// meant: begins `limit` requests without asking how many there are: fewer than that is a crash; expected verdict: wrong
// right: no more than there are.
import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  await withTaskGroup(of: (Int, Result<Response, any Error>).self) { group in
    var results = [Result<Response, any Error>?](repeating: nil, count: requests.count)
    @Sendable func answered(_ index: Int) async -> (Int, Result<Response, any Error>) {
      do {
        return (index, .success(try await answer(requests[index])))
      } catch {
        return (index, .failure(error))
      }
    }
    for index in 0..<limit { group.addTask { await answered(index) } }
    var next = limit
    while let (index, result) = await group.next() {
      results[index] = result
      if next < requests.count {
        let index = next
        group.addTask { await answered(index) }
        next += 1
      }
    }
    return results.map { $0! }
  }
}
