// meant: yields after every 3 days, which is enough on average but not at worst, so that three long days in one batch (4, 4 and 4 ms, or 4, 4 and 3) keep the thread for 11 or 12 ms; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  // A day takes 2.5 ms on average: three take 7.5 ms, well below 10.
  let batch = 3
  var sum = 0
  for first in stride(from: 0, to: sales.days, by: batch) {
    try Task.checkCancellation()
    sum += (first..<min(first + batch, sales.days)).reduce(0) { $0 + sales.total(of: $1) }
    await Task.yield()
  }
  try Task.checkCancellation()
  return sum
}
