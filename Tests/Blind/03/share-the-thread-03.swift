// meant: gives the thread back only once 10 ms are over, so that the day that crosses the limit is still computed: stretches of up to 13 ms; expected verdict: wrong
import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  var sum = 0
  var since = sales.loop.clock.now
  for day in 0..<sales.days {
    try Task.checkCancellation()
    sum += sales.total(of: day)
    if since.duration(to: sales.loop.clock.now) >= .milliseconds(10) {
      await Task.yield()
      since = sales.loop.clock.now
    }
  }
  return sum
}
