import LessonKit
import TestSupport
import XCTest

extension Variant {
  /// Asserts that an examination finds what it has to.
  func check(_ examine: (Function) -> Finding, file: StaticString = #filePath, line: UInt = #line) {
    XCTAssertNil(complaint(examine), file: file, line: line)
  }
}
