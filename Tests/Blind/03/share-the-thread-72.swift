// meant: yields only once 10 ms have already passed instead of before a day could exceed them, so that days of 4 ms make a stretch of 12 ms; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  let clock = sales.loop.clock
  var sum = 0
  var began = clock.now
  for day in 0..<sales.days {
    try Task.checkCancellation()
    sum += sales.total(of: day)
    if began.duration(to: clock.now) >= .milliseconds(10) {
      await Task.yield()
      began = clock.now
    }
  }
  return sum
}
