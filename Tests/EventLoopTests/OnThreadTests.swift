import Platform
import XCTest

@testable import EventLoop

/// A thread that is lent to code that blocks: the loop goes on meanwhile, and the result comes back to it.
final class OnThreadTests: XCTestCase {
  private struct Refusal: Error {}

  func testInVirtualTimeItTakesAsLongAsTheBodyAndOthersGoOn() throws {
    let loop = EventLoop(time: .virtual)
    let elapsed = try loop.run {
      try await loop.clock.measure {
        async let other: Void = loop.sleep(for: .milliseconds(30))
        let answer = try await loop.onThread { thread in
          thread.block(for: .milliseconds(20))
          return 42
        }
        XCTAssertEqual(answer, 42)
        try await other
      }
    }
    XCTAssertEqual(elapsed, .milliseconds(30))
  }

  func testWhatTheBodyThrowsIsThrown() throws {
    for time in [EventLoop.Time.virtual, .real()] {
      let loop = EventLoop(time: time)
      XCTAssertThrowsError(try loop.run { try await loop.onThread { _ in throw Refusal() } }) {
        XCTAssertTrue($0 is Refusal, "\($0)")
      }
    }
  }

  func testInRealTimeTheTaskIsBackOnTheLoopAfterwards() throws {
    let loop = EventLoop(time: .real())
    let (there, here) = try loop.run {
      let there = try await loop.onThread { _ in loop.isCurrent }
      return (there, loop.isCurrent)
    }
    XCTAssertFalse(there)
    XCTAssertTrue(here)
  }

  func testInRealTimeAThreadThatStartsLateIsLate() throws {
    let loop = EventLoop(time: .real())
    loop.block(for: .milliseconds(2))
    let started = loop.clock.now.offset
    let begun = try loop.startThread { $0.clock.now.offset }.join()
    XCTAssertGreaterThanOrEqual(begun, started)
    XCTAssertLessThanOrEqual(begun, loop.clock.now.offset)
  }

  func testInVirtualTimeOneThreadFollowsTheOther() throws {
    let loop = EventLoop(time: .virtual)
    let threads = (0..<2000).map { number in loop.startThread { _ in number } }
    XCTAssertEqual(try threads.map { try $0.join() }, Array(0..<2000))
  }
}
