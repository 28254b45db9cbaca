import EventLoop
import XCTest

/// The order of tasks is the same every time, and a seed changes it in a way that can be repeated.
final class OrderTests: XCTestCase {
  private func order(tasks: Int, seed: UInt64?) throws -> [Int] {
    let loop = EventLoop(time: .virtual, seed: seed)
    let log = Log<Int>()
    try loop.run {
      let tasks = (0..<tasks).map { index in
        Task(executorPreference: loop) {
          try await loop.sleep(for: .milliseconds(index % 7))
          log.append(index)
          await Task.yield()
          log.append(-index)
        }
      }
      for task in tasks { try await task.value }
    }
    return log.entries
  }

  func testTenThousandTasksRunInOneOrderEveryTime() throws {
    let first = try order(tasks: 10_000, seed: nil)
    XCTAssertEqual(first.count, 20_000)
    for _ in 1...3 { XCTAssertEqual(try order(tasks: 10_000, seed: nil), first) }
    let byDeadline = (0..<7).flatMap { delay in stride(from: delay, to: 10_000, by: 7) }
    XCTAssertEqual(first.filter { $0 > 0 }, byDeadline.filter { $0 > 0 })
  }

  func testASeedRepeatsAndAnotherDiffers() throws {
    let orders = try (1...5).map { try order(tasks: 200, seed: $0) }
    XCTAssertEqual(orders, try (1...5).map { try order(tasks: 200, seed: $0) })
    XCTAssertEqual(Set(orders).count, 5, "different seeds gave the same order")
    XCTAssertFalse(orders.contains(try order(tasks: 200, seed: nil)))
    for order in orders { XCTAssertEqual(order.sorted(), orders[0].sorted()) }
  }

  func testASeedFindsARace() throws {
    // Two tasks, ready at once: some seed has either of them first.
    let firsts = try Set(
      (1...20).map { seed in try order(tasks: 15, seed: seed).first { $0 == 7 || $0 == 14 } })
    XCTAssertEqual(firsts, [7, 14])
  }
}
