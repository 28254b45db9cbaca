// meant: as many workers as the limit, but each has its requests dealt out beforehand, so that one idles while another has some left; expected verdict: wrong

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
        var results: [(Int, Result<Response, any Error>)] = []
        for index in stride(from: worker, to: requests.count, by: limit) {
          do {
            results.append((index, .success(try await answer(requests[index]))))
          } catch {
            results.append((index, .failure(error)))
          }
        }
        return results
      }
    }
    var all: [(Int, Result<Response, any Error>)] = []
    for await results in group { all += results }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
