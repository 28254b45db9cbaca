// meant: yields only when more than 10 ms are over already: a stretch lasts up to 13 ms; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  var sum = 0
  var start = sales.loop.clock.now
  for day in 0..<sales.days {
    sum += sales.total(of: day)
    if start.duration(to: sales.loop.clock.now) > .milliseconds(10) {
      await Task.yield()
      try Task.checkCancellation()
      start = sales.loop.clock.now
    }
  }
  return sum
}
