// meant: gives each month to a child task of its own and believes that this makes room for others, but a child computes its whole month at a stretch; expected verdict: wrong
import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  try await withThrowingTaskGroup(of: Int.self) { months in
    for start in stride(from: 0, to: sales.days, by: 30) {
      months.addTask {
        try Task.checkCancellation()
        var sum = 0
        for day in start..<min(start + 30, sales.days) { sum += sales.total(of: day) }
        return sum
      }
    }
    return try await months.reduce(0, +)
  }
}
