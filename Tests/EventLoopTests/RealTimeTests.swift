import Dispatch
import Foundation
import Platform
import XCTest

@testable import EventLoop

/// What real time promises whatever the machine is doing: nothing happens too early.
final class RealTimeTests: XCTestCase {
  func testNothingIsEarly() throws {
    let loop = EventLoop(time: .real())
    let wall = ContinuousClock()
    for verb in [Verb.work, .block, .sleep] {
      let elapsed = try wall.measure {
        try loop.run {
          switch verb {
          case .work: loop.work(for: .milliseconds(5))
          case .block: loop.block(for: .milliseconds(5))
          case .sleep: try await loop.sleep(for: .milliseconds(5))
          }
        }
      }
      XCTAssertGreaterThanOrEqual(elapsed, .milliseconds(5), "\(verb)")
    }
  }

  /// It is all that the loop waits for, until another thread cancels it.
  func testASleepAsGoodAsForeverCanBeBegunAndCancelled() throws {
    for slowdown in [1.0, 5] {
      for forever in [Duration.seconds(Int64.max), .seconds(300 * 366 * 86_400)] {
        let loop = EventLoop(time: .real(slowdown: slowdown))
        try loop.run {
          let sleeper = Task(executorPreference: loop) { try await loop.sleep(for: forever) }
          Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.01)
            sleeper.cancel()
          }
          if case .success = await sleeper.result { XCTFail("it slept \(forever)") }
        }
      }
    }
  }

  func testSleepsOverlap() throws {
    // Fifty sleeps in turn would take at least fifty times as long as one; noise would have to be tenfold to hide it.
    let best = try (1...3).map { _ in
      let loop = EventLoop(time: .real())
      try loop.run {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 1...50 { group.addTask { try await loop.sleep(for: .milliseconds(20)) } }
          try await group.waitForAll()
        }
      }
      return loop.clock.now.offset
    }.min()!
    XCTAssertLessThan(best, .milliseconds(500))
  }

  func testAWaitThatEndsLateCountsAsInterference() throws {
    let loop = EventLoop(time: .real(), makePoller: { LatePoller() })
    try loop.run { for _ in 1...3 { try await loop.sleep(for: .milliseconds(2)) } }
    XCTAssertGreaterThanOrEqual(loop.interference, LatePoller.lateness * 3)
  }

  func testASlowdownStretchesTheWallAndNotTheLoop() throws {
    let wall = ContinuousClock()
    let begun = wall.now
    let loop = EventLoop(time: .real(slowdown: 4))
    try loop.run { try await loop.sleep(for: .milliseconds(10)) }
    // The loop's clock is read within the stretch that the wall's measures: no pause in between can turn them round.
    let shown = loop.clock.now.offset
    let elapsed = wall.now - begun
    XCTAssertGreaterThanOrEqual(elapsed, .milliseconds(40))
    XCTAssertGreaterThanOrEqual(shown, .milliseconds(10))
    XCTAssertLessThanOrEqual(shown * 4, elapsed)
  }

  func testAnotherThreadWakesTheLoop() throws {
    let loop = EventLoop(time: .real())
    let answer = try loop.run {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: 42) }
      }
    }
    XCTAssertEqual(answer, 42)
  }

  func testAnotherThreadCancelsASleepBeforeItsDeadline() throws {
    let loop = EventLoop(time: .real())
    try loop.run {
      let sleeper = Task(executorPreference: loop) { try await loop.sleep(for: .seconds(1000)) }
      DispatchQueue.global().async { sleeper.cancel() }
      _ = await sleeper.result
    }
    XCTAssertLessThan(loop.clock.now.offset, .seconds(900))
  }

  func testAStallIsFoundToo() {
    let loop = EventLoop(time: .real())
    XCTAssertThrowsError(
      try loop.run { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } }
    ) {
      XCTAssertTrue($0 is Stall)
    }
  }
}

/// Waits longer than it is asked to, as on a machine where others have the core.
private final class LatePoller: Poller {
  static let lateness = Duration.milliseconds(5)

  func wait(nanoseconds: UInt64?) -> [ReadinessReport] {
    let end = ContinuousClock.now + .nanoseconds(nanoseconds ?? 0) + Self.lateness
    while ContinuousClock.now < end { sched_yield() }
    return []
  }

  func add(_ descriptor: Int32, token: UInt64) {}
  func remove(_ descriptor: Int32) {}
  func expect(_ readiness: Readiness, of descriptor: Int32) {}
  func wake() {}
}
