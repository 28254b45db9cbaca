// meant: `limit` workers, worker k takes each limit-th request; expected verdict: wrong
// right: a free slot takes whatever request is next.
import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  await withTaskGroup(of: [(Int, Result<Response, any Error>)].self) { group in
    for worker in 0..<limit {
      group.addTask {
        var mine: [(Int, Result<Response, any Error>)] = []
        for index in stride(from: worker, to: requests.count, by: limit) {
          do { mine.append((index, .success(try await answer(requests[index])))) } catch {
            mine.append((index, .failure(error)))
          }
        }
        return mine
      }
    }
    var all: [(Int, Result<Response, any Error>)] = []
    for await part in group { all += part }
    return all.sorted { $0.0 < $1.0 }.map { $0.1 }
  }
}
