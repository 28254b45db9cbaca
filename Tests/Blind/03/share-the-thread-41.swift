// meant: when it is cancelled it returns what it has added up so far instead of throwing a CancellationError; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  var sum = 0
  for day in 0..<sales.days {
    if Task.isCancelled {
      // No one needs the rest.
      return sum
    }
    sum += sales.total(of: day)
    await Task.yield()
  }
  return sum
}
