// meant: deals the requests out to the slots beforehand like cards, so a slot that is done early stays empty while others have a queue, seen for long, short, long, short with a limit of 2; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let lanes = min(limit, requests.count)
  return await withTaskGroup(of: [Int: Result<Response, any Error>].self) { group in
    for lane in 0..<lanes {
      group.addTask {
        var results: [Int: Result<Response, any Error>] = [:]
        for index in stride(from: lane, to: requests.count, by: lanes) {
          do {
            results[index] = .success(try await answer(requests[index]))
          } catch {
            results[index] = .failure(error)
          }
        }
        return results
      }
    }
    let all = await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    return requests.indices.compactMap { all[$0] }
  }
}
