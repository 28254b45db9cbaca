// meant: brings the responses back into order by sorting them by label as text, seen for ten requests or more ("request 10" before "request 2") or for labels that do not ascend; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func overlap(
  _ requests: [Request], on loop: EventLoop, answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Response] {
  try await withThrowingTaskGroup(of: (label: String, response: Response).self) { group in
    for request in requests {
      group.addTask { (request.label, try await answer(request)) }
    }
    var answered: [(label: String, response: Response)] = []
    for try await pair in group {
      answered.append(pair)
    }
    // They come in the order in which they are done.
    return answered.sorted { $0.label < $1.label }.map(\.response)
  }
}
