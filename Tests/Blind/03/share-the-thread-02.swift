// meant: yields after each day, and looks for a cancellation; expected verdict: right
// right: -
import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  var sum = 0
  for day in 0..<sales.days {
    try Task.checkCancellation()
    sum += sales.total(of: day)
    await Task.yield()
  }
  return sum
}
