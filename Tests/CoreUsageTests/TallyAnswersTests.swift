import Console
import LessonKit
import Report
import Synchronization
import XCTest

@testable import TallyExercise

/// What is said of answers to `tally` as learners would write them.
final class TallyAnswersTests: XCTestCase {
  private typealias Function = TallyGrading.Function

  private final class Lock: Sendable {
    let mutex = Mutex(())
    let total = Atomic(0)
  }

  private actor Counter {
    private let board: Board
    private var total = 0
    init(_ board: Board) { self.board = board }
    func add(_ found: Int) { board.count += found }
    func addAndShow(_ found: Int) {
      total += found
      board.count = total
    }
    func search(_ part: Range<Int>) { board.count += board.primes(in: part) }
  }

  func testRightAnswersPass() {
    let right: [(String, Function)] = [
      (
        "a mutex around the adding",
        { parts, board in
          let lock = Lock()
          await withTaskGroup(of: Void.self) { group in
            for part in parts {
              group.addTask {
                let found = board.primes(in: part)
                lock.mutex.withLock { _ in board.count += found }
              }
            }
          }
        }
      ),
      (
        "an actor adds",
        { parts, board in
          let counter = Counter(board)
          await withTaskGroup(of: Void.self) { group in
            for part in parts { group.addTask { await counter.add(board.primes(in: part)) } }
          }
        }
      ),
      (
        "an actor keeps the total, and shows it",
        { parts, board in
          let counter = Counter(board)
          await withDiscardingTaskGroup { group in
            for part in parts { group.addTask { await counter.addAndShow(board.primes(in: part)) } }
          }
        }
      ),
      (
        "a total of one task",
        { parts, board in
          var total = 0
          await withTaskGroup(of: Int.self) { group in
            for part in parts { group.addTask { board.primes(in: part) } }
            for await found in group {
              total += found
              board.count = total
            }
          }
        }
      ),
      (
        "four workers that add after each part",
        { parts, board in
          let lock = Lock()
          await withTaskGroup(of: Void.self) { group in
            for first in 0..<4 {
              group.addTask {
                for place in stride(from: first, to: parts.count, by: 4) {
                  let found = board.primes(in: parts[place])
                  lock.mutex.withLock { _ in board.count += found }
                }
              }
            }
          }
        }
      ),
      (
        "tasks of its own, awaited by one each",
        { parts, board in
          let counter = Counter(board)
          let tasks = parts.map { part in Task { await counter.add(board.primes(in: part)) } }
          for task in tasks { await task.value }
        }
      ),
      (
        "no more tasks at a time than cores, the longest first or last",
        { parts, board in
          await withTaskGroup(of: Int.self) { group in
            for (place, part) in parts.enumerated() {
              if place >= 4 { board.count += await group.next()! }
              group.addTask { board.primes(in: part) }
            }
            for await found in group { board.count += found }
          }
        }
      ),
    ]
    for (style, function) in right {
      let grade = TallyGrading.grade(function)
      XCTAssertEqual(grade.status, .passed, "\(style): \(grade.says)")
    }
  }

  func testWrongAnswersGetTheirNames() {
    let wrong: [(String, String, Function)] = [
      (
        "as it was", "loses-updates",
        { parts, board in
          await withTaskGroup(of: Void.self) { group in
            for part in parts { group.addTask { board.count += board.primes(in: part) } }
          }
        }
      ),
      (
        "reads before the search", "loses-updates",
        { parts, board in
          await withTaskGroup(of: Void.self) { group in
            for part in parts {
              group.addTask {
                let before = board.count
                board.count = before + board.primes(in: part)
              }
            }
          }
        }
      ),
      (
        "two locks where one is needed", "loses-updates",
        { parts, board in
          let lock = Lock()
          await withTaskGroup(of: Void.self) { group in
            for part in parts {
              group.addTask {
                let found = board.primes(in: part)
                let before = lock.mutex.withLock { _ in board.count }
                lock.mutex.withLock { _ in board.count = before + found }
              }
            }
          }
        }
      ),
      (
        "detached tasks", "loses-updates",
        { parts, board in
          let tasks = parts.map { part in Task.detached { board.count += board.primes(in: part) } }
          for task in tasks { await task.value }
        }
      ),
      (
        "a loop", "one-after-another",
        { parts, board in for part in parts { board.count += board.primes(in: part) } }
      ),
      (
        "the next child when the last is done", "waits-for-each",
        { parts, board in
          await withTaskGroup(of: Int.self) { group in
            for part in parts {
              group.addTask { board.primes(in: part) }
              board.count += await group.next()!
            }
          }
        }
      ),
      (
        "the next task when the last is done", "waits-for-each",
        { parts, board in
          for part in parts { board.count += await Task { board.primes(in: part) }.value }
        }
      ),
      (
        "one detached task", "one-task-for-all",
        { parts, board in
          await Task.detached { for part in parts { board.count += board.primes(in: part) } }.value
        }
      ),
      (
        "one child for all", "one-task-for-all",
        { parts, board in
          async let found: Void = { for part in parts { board.count += board.primes(in: part) } }()
          await found
        }
      ),
      (
        "an async let for each, awaited in the loop", "waits-for-each",
        { parts, board in
          for part in parts {
            async let found = board.primes(in: part)
            board.count += await found
          }
        }
      ),
      (
        "each on the main actor", "tasks-in-line",
        { parts, board in
          await withTaskGroup(of: Void.self) { group in
            for part in parts { group.addTask { @MainActor in board.count += board.primes(in: part) } }
          }
        }
      ),
      (
        "tasks of its own, in a lock", "tasks-in-line",
        { parts, board in
          let lock = Lock()
          let tasks = parts.map { part in
            Task { lock.mutex.withLock { _ in board.count += board.primes(in: part) } }
          }
          for task in tasks { await task.value }
        }
      ),
      (
        "an actor that is asked by one task", "one-after-another",
        { parts, board in
          let counter = Counter(board)
          for part in parts { await counter.search(part) }
        }
      ),
      (
        "an actor searches", "tasks-in-line",
        { parts, board in
          let counter = Counter(board)
          await withTaskGroup(of: Void.self) { group in
            for part in parts { group.addTask { await counter.search(part) } }
          }
        }
      ),
      (
        "a half for each of two tasks", "several-parts-at-once",
        { parts, board in
          let half = parts.count / 2
          async let first = parts[..<half].reduce(0) { $0 + board.primes(in: $1) }
          async let second = parts[half...].reduce(0) { $0 + board.primes(in: $1) }
          board.count += await first
          board.count += await second
        }
      ),
      (
        "the sum so far, each time", "adds-the-sum-again",
        { parts, board in
          let tasks = parts.map { part in Task { board.primes(in: part) } }
          var sum = 0
          for task in tasks {
            sum += await task.value
            board.count = board.count + sum
          }
        }
      ),
      (
        "all at the end", "writes-at-the-end",
        { parts, board in
          var found: [Int] = []
          await withTaskGroup(of: Int.self) { group in
            for part in parts { group.addTask { board.primes(in: part) } }
            for await number in group { found.append(number) }
          }
          for number in found { board.count += number }
        }
      ),
      (
        "tasks of its own, awaited in order", "waits-in-order",
        { parts, board in
          let tasks = parts.map { part in Task { board.primes(in: part) } }
          for task in tasks { board.count += await task.value }
        }
      ),
      (
        "tasks of its own, the last awaited first", "waits-in-order",
        { parts, board in
          let tasks = parts.map { part in Task { board.primes(in: part) } }
          for task in tasks.reversed() { board.count += await task.value }
        }
      ),
      (
        "results by their places, written at the end", "writes-at-the-end",
        { parts, board in
          var found = parts.map { _ in 0 }
          await withTaskGroup(of: (Int, Int).self) { group in
            for (place, part) in parts.enumerated() { group.addTask { (place, board.primes(in: part)) } }
            for await (place, number) in group { found[place] = number }
          }
          for number in found { board.count += number }
        }
      ),
      (
        "each writes its own", "sets-instead-of-adding",
        { parts, board in
          await withTaskGroup(of: Void.self) { group in
            for part in parts { group.addTask { board.count = board.primes(in: part) } }
          }
        }
      ),
      (
        "a protected total, shown outside", "writes-in-any-order",
        { parts, board in
          let lock = Lock()
          await withTaskGroup(of: Void.self) { group in
            for part in parts {
              group.addTask {
                let found = board.primes(in: part)
                board.count = lock.total.add(found, ordering: .relaxed).newValue
              }
            }
          }
        }
      ),
      (
        "one for each child", "counts-parts",
        { parts, board in
          await withTaskGroup(of: Int.self) { group in
            for part in parts { group.addTask { board.primes(in: part) } }
            while await group.next() != nil { board.count += 1 }
          }
        }
      ),
      (
        "a copy", "never-writes",
        { parts, board in
          var count = 0
          await withTaskGroup(of: Int.self) { group in
            for part in parts { group.addTask { board.primes(in: part) } }
            for await found in group { count += found }
          }
          _ = count
        }
      ),
      (
        "the first only", "leaves-parts-out",
        { parts, board in if let part = parts.first { board.count += board.primes(in: part) } }
      ),
      (
        "tasks that nobody awaits", "does-not-wait",
        { parts, board in
          let counter = Counter(board)
          for part in parts { Task { await counter.add(board.primes(in: part)) } }
        }
      ),
      ("nothing", "never-searches", { _, _ in }),
      ("a constant", "never-searches", { _, board in board.count = 35 }),
      ("throws", "invents-an-error", { _, _ in throw CancellationError() }),
    ]
    for (style, mistake, function) in wrong {
      let grade = TallyGrading.grade(function)
      XCTAssertEqual(grade.mistake, mistake, "\(style): \(grade.says)")
      XCTAssertNotEqual(grade.status, .passed, style)
    }
  }
}
