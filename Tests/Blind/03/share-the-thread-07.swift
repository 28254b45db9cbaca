// meant: looks ahead: gives the thread back before a day that might not fit into the 10 ms any more, and checks for cancellation after each yield; expected verdict: right
import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  let clock = sales.loop.clock
  let longestDay = Duration.milliseconds(4)
  var (sum, end) = (0, clock.now.advanced(by: .milliseconds(10)))
  try Task.checkCancellation()
  for day in 0..<sales.days {
    if clock.now.advanced(by: longestDay) > end {
      await Task.yield()
      try Task.checkCancellation()
      end = clock.now.advanced(by: .milliseconds(10))
    }
    sum += sales.total(of: day)
  }
  return sum
}
