// meant: yields only if the next day would not fit supposing that it takes as long as the day before it, so that a long day after a short one takes a stretch over 10 ms, as with days of 2, 2, 2, 2 and 4 ms; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  var sum = 0
  var budget = Budget(clock: sales.loop.clock)
  for day in 0..<sales.days {
    if !budget.hasRoom {
      await Task.yield()
      budget = Budget(clock: sales.loop.clock)
    }
    try Task.checkCancellation()
    sum += budget.spend { sales.total(of: day) }
  }
  return sum
}

/// What is left of a stretch of 10 ms.
private struct Budget {
  let clock: LoopClock
  var used = Duration.zero
  /// What a day takes.
  var last = Duration.zero

  init(clock: LoopClock) { self.clock = clock }

  var hasRoom: Bool { used + last <= .milliseconds(10) }

  mutating func spend(_ work: () -> Int) -> Int {
    let start = clock.now
    let result = work()
    last = start.duration(to: clock.now)
    used += last
    return result
  }
}
