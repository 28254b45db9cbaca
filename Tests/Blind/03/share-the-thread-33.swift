// meant: stops while there is still room for the longest possible day: it goes on within a stretch only up to 6 ms after its beginning; expected verdict: right

import EventLoop
import LessonKit

private struct Stretch {
  static let limit = Duration.milliseconds(10)
  static let longestDay = Duration.milliseconds(4)

  let loop: EventLoop
  var end: LoopClock.Instant

  init(on loop: EventLoop) {
    self.loop = loop
    end = loop.clock.now.advanced(by: Self.limit)
  }

  var hasRoom: Bool { loop.clock.now.advanced(by: Self.longestDay) <= end }
}

func report(on sales: Sales) async throws -> Int {
  try Task.checkCancellation()
  var day = 0
  var sum = 0
  var stretch = Stretch(on: sales.loop)
  while day < sales.days {
    if !stretch.hasRoom {
      await Task.yield()
      try Task.checkCancellation()
      stretch = Stretch(on: sales.loop)
    }
    sum += sales.total(of: day)
    day += 1
  }
  return sum
}
