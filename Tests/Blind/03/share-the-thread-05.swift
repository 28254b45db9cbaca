// meant: stops when it is cancelled, but returns what it has so far, as if it were the year's sum, instead of throwing; expected verdict: wrong
import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  var sum = 0
  var day = 0
  while day < sales.days && !Task.isCancelled {
    sum += sales.total(of: day)
    day += 1
    if day % 2 == 0 { await Task.yield() }
  }
  return sum
}
