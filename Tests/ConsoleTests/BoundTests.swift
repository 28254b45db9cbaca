import Console
import XCTest

final class BoundTests: XCTestCase {
  func testBoundsContainTheirEnds() {
    XCTAssertTrue(Bound.exactly(1.1).contains(1.1 + 1e-12))
    XCTAssertFalse(Bound.exactly(0).contains(1e-6))
    XCTAssertTrue(Bound.from(1, to: 2).contains(2))
    XCTAssertFalse(Bound.from(1, to: 2).contains(2.01))
    XCTAssertFalse(Bound().contains(.nan))
    XCTAssertFalse(Bound.atLeast(1).contains(.infinity))
  }
}
