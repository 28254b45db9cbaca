// meant: an error is packed into an error of its own that adds the request's label, so that the caller does not get the original one, which one sees when a request throws; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

struct RequestFailed: Error {
  let label: String
  let reason: any Error
}

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: (Int, Response).self) { group in
    for index in requests.indices {
      let request = requests[index]
      group.addTask {
        do {
          return (index, try await answer(request))
        } catch {
          // Otherwise nobody could tell which of the requests it was.
          throw RequestFailed(label: request.label, reason: error)
        }
      }
    }
    var slots = [Response?](repeating: nil, count: requests.count)
    while let (index, response) = try await group.next() {
      slots[index] = response
    }
    return slots.compactMap { $0 }
  }
}
