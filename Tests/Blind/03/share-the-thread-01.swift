// meant: yields after each second day and never looks whether it is cancelled; expected verdict: wrong
// right: a cancelled task throws CancellationError.
import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  var sum = 0
  for day in 0..<sales.days {
    sum += sales.total(of: day)
    if day % 2 == 1 { await Task.yield() }
  }
  return sum
}
