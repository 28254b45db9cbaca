import EventLoop
import LessonKit

enum ShareTheThreadSolution {
  /// After 6 ms at the latest there is a day that ends, of 4 ms at most: then others are let in.
  static func report(on sales: Sales) async throws -> Int {
    var sum = 0
    var begin = sales.loop.clock.now
    for day in 0..<sales.days {
      sum += sales.total(of: day)
      if begin.duration(to: sales.loop.clock.now) >= .milliseconds(6) {
        await Task.yield()
        try Task.checkCancellation()
        begin = sales.loop.clock.now
      }
    }
    return sum
  }
}
