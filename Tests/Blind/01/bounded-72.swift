// meant: deals the requests out to the workers beforehand, like cards, so a worker that is done early does not take one that lies with a busy worker, seen with a limit of 2 when the odd requests are much slower than the even ones; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  typealias Entry = (index: Int, result: Result<Response, any Error>)

  return await withTaskGroup(of: [Entry].self) { group in
    for worker in 0..<min(limit, requests.count) {
      group.addTask {
        var mine: [Entry] = []
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
    return await group.reduce(into: [Entry]()) { $0 += $1 }
      .sorted { $0.index < $1.index }
      .map(\.result)
  }
}
