// meant: stores an error but starts no other request in the failed one's place, so its slot is lost, which one sees when a request throws while more than `limit` are there: the rest run with fewer slots, and with none left they get no result; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  typealias Outcome = Result<Response, any Error>

  return await withTaskGroup(of: (Int, Outcome).self) { group in
    var outcomes = [Outcome?](repeating: nil, count: requests.count)
    var next = 0

    func startNext() {
      guard next < requests.count else { return }
      let index = next
      next += 1
      group.addTask {
        do {
          return (index, .success(try await answer(requests[index])))
        } catch {
          return (index, .failure(error))
        }
      }
    }

    for _ in 0..<min(limit, requests.count) { startNext() }
    while let (index, outcome) = await group.next() {
      outcomes[index] = outcome
      // An error is stored, and that is all there is to do about it.
      guard case .success = outcome else { continue }
      startNext()
    }
    return outcomes.compactMap { $0 }
  }
}
