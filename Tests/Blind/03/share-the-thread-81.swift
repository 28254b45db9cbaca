// meant: It computes in an unstructured task on the loop, which the cancellation of the calling task never reaches, so that a cancelled report is computed to its end and returned; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  // The report is background work: it gets a task of its own, which lets the visitors in.
  let work = Task(executorPreference: sales.loop, priority: .background) {
    var sum = 0
    for day in 0..<sales.days {
      try Task.checkCancellation()
      sum += sales.total(of: day)
      if day % 2 == 1 { await Task.yield() }
    }
    return sum
  }
  return try await work.value
}
