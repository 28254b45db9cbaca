// meant: sleeps for a millisecond after every two days instead of yielding, so that the thread is idle when no visitor is there; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  var sum = 0
  for first in stride(from: 0, to: sales.days, by: 2) {
    try Task.checkCancellation()
    if first > 0 {
      // A short break for the visitors.
      try await sales.loop.sleep(for: .milliseconds(1))
    }
    for day in first..<min(first + 2, sales.days) {
      sum += sales.total(of: day)
    }
  }
  return sum
}
