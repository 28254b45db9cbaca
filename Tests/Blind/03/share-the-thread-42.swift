// meant: makes a child task of each day, all of which are ready at once and run one right after the other, so that a visitor who comes meanwhile waits for all of them, seen with more than a few days; expected verdict: wrong

import EventLoop
import LessonKit

func report(on sales: Sales) async throws -> Int {
  try await withThrowingTaskGroup(of: Int.self) { group in
    for day in 0..<sales.days {
      // Each is a short task, and between two tasks the loop can turn to others.
      group.addTask {
        try Task.checkCancellation()
        return sales.total(of: day)
      }
    }
    return try await group.reduce(0, +)
  }
}
