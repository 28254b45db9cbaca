import XCTest

@testable import Platform

/// Threads whose results are waited for.
final class JoinableThreadTests: XCTestCase {
  private struct Refusal: Error {}

  func testWhatAThreadReturnsOrThrowsCanBeAskedForAgainAndAgain() throws {
    let returning = JoinableThread { ThreadIdentity.current }
    XCTAssertNotEqual(try returning.join(), ThreadIdentity.current)
    XCTAssertEqual(try returning.join(), try returning.join())
    let throwing = JoinableThread { throw Refusal() }
    for _ in 0..<2 { XCTAssertThrowsError(try throwing.join()) { XCTAssertTrue($0 is Refusal) } }
  }

  /// As on a machine that has no threads left: here it has no room for the stack.
  func testAThreadThatCannotBeStartedIsNotWaitedFor() {
    let thread = JoinableThread(stack: 1 << 46) { 1 }
    XCTAssertThrowsError(try thread.join()) { error in
      XCTAssertEqual((error as? SystemError)?.call, "pthread_create")
    }
  }
}
