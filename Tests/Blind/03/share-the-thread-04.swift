// meant: sleeps for a millisecond after each day to let others in, as setTimeout would, so that the thread is idle when nobody is there; expected verdict: wrong
import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  var sum = 0
  for day in 0..<sales.days {
    sum += sales.total(of: day)
    try await sales.loop.sleep(for: .milliseconds(1))
  }
  return sum
}
