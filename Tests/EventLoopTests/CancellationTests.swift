import EventLoop
import XCTest

/// A cancelled sleep ends at once, at whatever point the cancellation comes.
final class CancellationTests: XCTestCase {
  func testASleepEndsAtTheInstantOfItsCancellation() throws {
    let loop = EventLoop(time: .virtual)
    let (wasCancelled, end) = try loop.run {
      let sleeper = Task(executorPreference: loop) { try await loop.sleep(for: .seconds(10)) }
      try await loop.sleep(for: .seconds(1))
      sleeper.cancel()
      let result = await sleeper.result
      return (result.isCancellation, loop.clock.now.offset)
    }
    XCTAssertTrue(wasCancelled)
    XCTAssertEqual(end, .seconds(1))
    XCTAssertTrue(loop.unfinished.isEmpty, "the timer of a cancelled sleep stayed behind")
  }

  /// The task sleeps ten times a millisecond and is cancelled at every instant from before its first step to after its last.
  func testCancellationAtEveryPoint() throws {
    for halfMilliseconds in 0...24 {
      for seed in [nil, 1, 2, 3] as [UInt64?] {
        let loop = EventLoop(time: .virtual, seed: seed)
        let instant = Duration.microseconds(500 * halfMilliseconds)
        let (steps, end) = try loop.run {
          let log = Log<Int>()
          let walker = Task(executorPreference: loop) {
            for step in 1...10 {
              try await loop.sleep(for: .milliseconds(1))
              log.append(step)
            }
          }
          try await loop.sleep(for: instant)
          walker.cancel()
          _ = await walker.result
          return (log.entries.count, loop.clock.now.offset)
        }
        XCTAssertEqual(end, instant, "cancelled at \(instant)")
        // At a whole millisecond the sleep and its cancellation come at the same instant; either may be first.
        let least = halfMilliseconds % 2 == 0 ? max(0, halfMilliseconds / 2 - 1) : halfMilliseconds / 2
        XCTAssertTrue(
          (min(10, least)...min(10, halfMilliseconds / 2)).contains(steps),
          "\(steps) steps, cancelled at \(instant)")
        XCTAssertTrue(loop.unfinished.isEmpty)
      }
    }
  }

  func testASleepThatBeginsCancelledDoesNotSleep() throws {
    let loop = EventLoop(time: .virtual)
    let (wasCancelled, end) = try loop.run {
      let sleeper = Task(executorPreference: loop) {
        withUnsafeCurrentTask { $0?.cancel() }
        try await loop.sleep(for: .seconds(10))
      }
      let result = await sleeper.result
      return (result.isCancellation, loop.clock.now.offset)
    }
    XCTAssertTrue(wasCancelled)
    XCTAssertEqual(end, .zero)
  }

  func testCancelledTimersDoNotPileUp() throws {
    let loop = EventLoop(time: .virtual)
    let end = try loop.run {
      for _ in 1...5000 {
        let sleeper = Task(executorPreference: loop) { try await loop.sleep(for: .seconds(3600)) }
        try await loop.sleep(for: .milliseconds(1))
        sleeper.cancel()
        _ = await sleeper.result
      }
      return loop.clock.now.offset
    }
    XCTAssertEqual(end, .seconds(5))
    XCTAssertTrue(loop.unfinished.isEmpty)
  }

  func testLeavingAGroupCancelsItsChildren() throws {
    struct Failed: Error {}
    let loop = EventLoop(time: .virtual)
    XCTAssertThrowsError(
      try loop.run {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await loop.sleep(for: .seconds(100)) }
          group.addTask {
            try await loop.sleep(for: .seconds(1))
            throw Failed()
          }
          for try await _ in group {}
        }
      }
    ) { XCTAssertTrue($0 is Failed) }
    XCTAssertEqual(loop.clock.now.offset, .seconds(1))
  }
}

extension Result where Failure == any Error {
  fileprivate var isCancellation: Bool {
    if case .failure(let error) = self { error is CancellationError } else { false }
  }
}
