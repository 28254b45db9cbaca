// meant: divides the year in halves recursively down to single days, and yields and checks for cancellation before each of them, the first included; expected verdict: right

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  try await sum(of: 0..<sales.days, sales)
}

private func sum(of days: Range<Int>, _ sales: Sales) async throws -> Int {
  switch days.count {
  case 0:
    return 0
  case 1:
    await Task.yield()
    try Task.checkCancellation()
    return sales.total(of: days.lowerBound)
  default:
    let middle = days.lowerBound + days.count / 2
    let early = try await sum(of: days.lowerBound..<middle, sales)
    return try await early + sum(of: middle..<days.upperBound, sales)
  }
}
