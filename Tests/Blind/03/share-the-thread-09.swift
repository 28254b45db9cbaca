// meant: shares the thread as it should, but looks for a cancellation only before the first day; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  try Task.checkCancellation()
  var sum = 0
  for day in 0..<sales.days {
    sum += sales.total(of: day)
    if day % 2 == 1 { await Task.yield() }
  }
  return sum
}
