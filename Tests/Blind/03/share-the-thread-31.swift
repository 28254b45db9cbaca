// meant: looks at the clock after each day and yields once 10 ms have passed, so that a stretch can last up to 13 ms, seen with days of 4 ms each; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  let clock = sales.loop.clock
  var sum = 0
  var start = clock.now
  try Task.checkCancellation()
  for day in 0..<sales.days {
    sum += sales.total(of: day)
    if start.duration(to: clock.now) >= .milliseconds(10) {
      await Task.yield()
      try Task.checkCancellation()
      start = clock.now
    }
  }
  return sum
}
