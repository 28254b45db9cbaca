import EventLoop
import Synchronization
import XCTest

/// What the loop promises of virtual time: it is exact.
final class VirtualTimeTests: XCTestCase {
  func testSleepJumpsToItsDeadline() throws {
    let loop = EventLoop(time: .virtual)
    let end = try loop.run {
      try await loop.sleep(for: .seconds(3600))
      return loop.clock.now.offset
    }
    XCTAssertEqual(end, .seconds(3600))
  }

  func testSleepsOverlapAndWorkDoesNot() throws {
    let loop = EventLoop(time: .virtual)
    let end = try loop.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...10 {
          group.addTask {
            loop.work(for: .milliseconds(5))
            try await loop.sleep(for: .milliseconds(100))
          }
        }
        try await group.waitForAll()
      }
      return loop.clock.now.offset
    }
    // The last of ten begins to sleep after fifty milliseconds of work.
    XCTAssertEqual(end, .milliseconds(150))
  }

  func testBlockingLetsNobodyRun() throws {
    let loop = EventLoop(time: .virtual)
    let end = try loop.run {
      async let first: Void = { loop.block(for: .milliseconds(100)) }()
      async let second: Void = { loop.block(for: .milliseconds(100)) }()
      _ = await (first, second)
      return loop.clock.now.offset
    }
    XCTAssertEqual(end, .milliseconds(200))
  }

  func testTimersFireInOrderOfDeadlinesAndThenOfArrival() throws {
    let loop = EventLoop(time: .virtual)
    let log = Log<Int>()
    try loop.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, delay) in [30, 10, 20, 10, 0].enumerated() {
          group.addTask {
            try await loop.sleep(for: .milliseconds(delay))
            log.append(index)
          }
        }
        try await group.waitForAll()
      }
    }
    XCTAssertEqual(log.entries, [4, 1, 3, 2, 0])
  }

  func testADeadlineThatPassedDuringWorkIsServedAfterwards() throws {
    let loop = EventLoop(time: .virtual)
    let woken = try loop.run {
      async let sleeper: Duration = {
        try await loop.sleep(for: .milliseconds(10))
        return loop.clock.now.offset
      }()
      await Task.yield()
      loop.work(for: .milliseconds(50))
      return try await sleeper
    }
    XCTAssertEqual(woken, .milliseconds(50))
  }

  func testTheClockMeasuresAndSleeps() throws {
    let loop = EventLoop(time: .virtual)
    let elapsed = try loop.run {
      try await loop.clock.measure { try await loop.clock.sleep(for: .milliseconds(70)) }
    }
    XCTAssertEqual(elapsed, .milliseconds(70))
  }

  func testTimeGoesOnFromRunToRun() throws {
    let loop = EventLoop(time: .virtual)
    try loop.run { try await loop.sleep(for: .seconds(1)) }
    try loop.run { try await loop.sleep(for: .seconds(2)) }
    XCTAssertEqual(loop.clock.now.offset, .seconds(3))
  }

  func testErrorsAndResultsComeThrough() throws {
    struct Refused: Error, Equatable {}
    let loop = EventLoop(time: .virtual)
    XCTAssertEqual(try loop.run { 42 }, 42)
    XCTAssertThrowsError(try loop.run { throw Refused() }) { XCTAssertEqual($0 as? Refused, Refused()) }
  }
}
