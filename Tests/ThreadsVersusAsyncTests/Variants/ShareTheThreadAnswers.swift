import EventLoop
import LessonKit

@testable import ShareTheThreadExercise

/// Answers to `share-the-thread` as learners would write them.
enum ShareTheThreadAnswers {
  typealias Function = @Sendable (Sales) async throws -> Int
  private struct Stopped: Error {}

  static let right: [(String, Function)] = [
    (
      "gives way after each day",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          try Task.checkCancellation()
          sum += sales.total(of: day)
          await Task.yield()
        }
        try Task.checkCancellation()
        return sum
      }
    ),
    (
      "after every second day",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          sum += sales.total(of: day)
          if day.isMultiple(of: 2) {
            await Task.yield()
            if Task.isCancelled { throw CancellationError() }
          }
        }
        return sum
      }
    ),
    (
      "a child task for each day, one after the other",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          async let total = sales.total(of: day)
          sum += await total
          try Task.checkCancellation()
        }
        return sum
      }
    ),
    (
      "a sleep of no time",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          sum += sales.total(of: day)
          try await sales.loop.sleep(for: .zero)
        }
        return sum
      }
    ),
  ]

  static let wrong: [(String, String, Function)] = [
    (
      "as it was", "never-gives-way",
      { sales in
        var sum = 0
        for day in 0..<sales.days { sum += sales.total(of: day) }
        return sum
      }
    ),
    (
      "awaits a function that never suspends", "never-gives-way",
      { sales in
        func total(_ day: Int) async -> Int { sales.total(of: day) }
        var sum = 0
        for day in 0..<sales.days { sum += await total(day) }
        return sum
      }
    ),
    (
      "measures another clock", "never-gives-way",
      { sales in
        var sum = 0
        var begin = ContinuousClock.now
        for day in 0..<sales.days {
          sum += sales.total(of: day)
          guard begin.duration(to: .now) > .seconds(600) else { continue }
          await Task.yield()
          begin = .now
        }
        return sum
      }
    ),
    (
      "gives way at the end", "never-gives-way",
      { sales in
        var sum = 0
        for day in 0..<sales.days { sum += sales.total(of: day) }
        await Task.yield()
        return sum
      }
    ),
    (
      "sleeps first", "gives-way-once",
      { sales in
        try await sales.loop.sleep(for: .milliseconds(1))
        var sum = 0
        for day in 0..<sales.days { sum += sales.total(of: day) }
        return sum
      }
    ),
    (
      "a task of its own, on the loop", "moves-it-to-a-task",
      { sales in
        await Task(executorPreference: sales.loop) {
          var sum = 0
          for day in 0..<sales.days { sum += sales.total(of: day) }
          return sum
        }.value
      }
    ),
    (
      "two halves", "queues-them-all",
      { sales in
        let half = sales.days / 2
        async let first = (0..<half).map(sales.total(of:)).reduce(0, +)
        async let second = (half..<sales.days).map(sales.total(of:)).reduce(0, +)
        return await first + second
      }
    ),
    (
      "a task for each week, one when the last is done", "gives-way-too-seldom",
      { sales in
        var sum = 0
        for start in stride(from: 0, to: sales.days, by: 7) {
          let end = min(start + 7, sales.days)
          sum += await Task(executorPreference: sales.loop) {
            (start..<end).map(sales.total(of:)).reduce(0, +)
          }.value
        }
        return sum
      }
    ),
    (
      "a child for each week, one when the last is done", "gives-way-too-seldom",
      { sales in
        var sum = 0
        for start in stride(from: 0, to: sales.days, by: 7) {
          async let week = (start..<min(start + 7, sales.days)).map(sales.total(of:)).reduce(0, +)
          sum += await week
        }
        return sum
      }
    ),
    (
      "every fifth day", "gives-way-too-seldom",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          sum += sales.total(of: day)
          if day % 5 == 4 { await Task.yield() }
        }
        return sum
      }
    ),
    (
      "every third day", "notices-too-late",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          sum += sales.total(of: day)
          if day % 3 == 2 { await Task.yield() }
        }
        return sum
      }
    ),
    (
      "sleeps long enough for a visitor", "sleeps-between",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          sum += sales.total(of: day)
          if day % 2 == 1 { try await sales.loop.sleep(for: .milliseconds(2)) }
        }
        return sum
      }
    ),
    (
      "whole parts only", "leaves-days-out",
      { sales in
        var sum = 0
        for part in 0..<sales.days / 5 {
          for day in part * 5..<part * 5 + 5 {
            sum += sales.total(of: day)
            await Task.yield()
          }
        }
        return sum
      }
    ),
    (
      "begins anew", "not-the-sum",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          if day % 2 == 0 {
            await Task.yield()
            sum = 0
          }
          sum += sales.total(of: day)
        }
        return sum
      }
    ),
    (
      "does not look whether it is cancelled", "ignores-the-cancellation",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          sum += sales.total(of: day)
          await Task.yield()
        }
        return sum
      }
    ),
    (
      "cancelled, and content with less", "returns-a-part",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          sum += sales.total(of: day)
          await Task.yield()
          if Task.isCancelled { break }
        }
        return sum
      }
    ),
    (
      "an error of its own", "throws-another-error",
      { sales in
        var sum = 0
        for day in 0..<sales.days {
          sum += sales.total(of: day)
          await Task.yield()
          if Task.isCancelled { throw Stopped() }
        }
        return sum
      }
    ),
    (
      "detached", "leaves-the-loop",
      { sales in
        await Task.detached {
          var sum = 0
          for day in 0..<sales.days { sum += sales.total(of: day) }
          return sum
        }.value
      }
    ),
    ("a constant", "never-computes", { _ in 100 }),
    ("throws", "invents-an-error", { _ in throw Stopped() }),
  ]
}
