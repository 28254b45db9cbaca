// meant: gives the slot back only after a successful answer, so a request that throws keeps its slot for good, and the rest have fewer slots or, after as many errors as the limit, none and wait forever; expected verdict: wrong

import EventLoop
import LessonKit
import Workload

func bounded(
  _ requests: [Request], atMost limit: Int, on loop: EventLoop,
  answer: @escaping @Sendable (Request) async throws -> Response
) async throws -> [Result<Response, any Error>] {
  let gate = Gate(slots: limit)
  let tasks = requests.map { request in
    Task(executorPreference: loop) {
      await gate.enter()
      let response = try await answer(request)
      await gate.leave()
      return response
    }
  }
  var results: [Result<Response, any Error>] = []
  for task in tasks { results.append(await task.result) }
  return results
}

/// Lets so many tasks in, and the next one whenever one leaves.
private actor Gate {
  private var free: Int
  private var queue: [CheckedContinuation<Void, Never>] = []

  init(slots: Int) { free = slots }

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { queue.append($0) }
    }
  }

  func leave() {
    if queue.isEmpty {
      free += 1
    } else {
      // The slot goes straight to the next in line.
      queue.removeFirst().resume()
    }
  }
}
