// meant: computes in an unstructured task that the cancellation of the caller does not reach, so that a cancelled report computes all the rest and returns the sum; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  let worker = Task(executorPreference: sales.loop) {
    var sum = 0
    for day in 0..<sales.days {
      try Task.checkCancellation()
      sum += sales.total(of: day)
      // Two days take 8 ms at most.
      if day % 2 == 1 { await Task.yield() }
    }
    return sum
  }
  return try await worker.value
}
