// meant: a worker for each slot, and the requests dealt out beforehand: a worker that is done stays idle; expected verdict: wrong
// right: a slot that is free takes the next request, whichever that is.
import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  await withTaskGroup(of: [(Int, Result<Response, any Error>)].self) { workers in
    for worker in 0..<limit {
      workers.addTask {
        var mine: [(Int, Result<Response, any Error>)] = []
        for index in stride(from: worker, to: requests.count, by: limit) {
          do {
            mine.append((index, .success(try await answer(requests[index]))))
          } catch {
            mine.append((index, .failure(error)))
          }
        }
        return mine
      }
    }
    var all: [(Int, Result<Response, any Error>)] = []
    for await mine in workers { all += mine }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
