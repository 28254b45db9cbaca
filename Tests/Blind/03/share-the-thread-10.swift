// meant: halves the year again and again, and lets others in after each half that is short enough; expected verdict: right

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  try await sum(of: 0..<sales.days, in: sales)
}

private func sum(of days: Range<Int>, in sales: Sales) async throws -> Int {
  guard days.count > 2 else {
    try Task.checkCancellation()
    let sum = days.map(sales.total(of:)).reduce(0, +)
    await Task.yield()
    return sum
  }
  let middle = (days.lowerBound + days.upperBound) / 2
  let first = try await sum(of: days.lowerBound..<middle, in: sales)
  return first + (try await sum(of: middle..<days.upperBound, in: sales))
}
