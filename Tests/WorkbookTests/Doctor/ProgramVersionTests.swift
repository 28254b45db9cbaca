import XCTest

@testable import Workbook

final class ProgramVersionTests: XCTestCase {
  func testFindsVersionsInWhatProgramsSay() {
    for (text, version) in [
      ("Swift version 6.3.1 (swift-6.3.1-RELEASE)", "6.3.1"), ("Python 3.11.7", "3.11.7"),
      ("v20.20.2", "20.20.2"),
      ("swift-driver version: 1.148.6 Apple Swift version 6.2 (x)", "1.148.6"),
      ("wrk 4.1.0 [epoll]", "4.1.0"),
    ] {
      XCTAssertEqual(ProgramVersion(in: text)?.description, version)
    }
    XCTAssertNil(ProgramVersion(in: "none"))
    XCTAssertTrue(ProgramVersion([6, 1, 9]) < ProgramVersion([6, 2]))
    XCTAssertFalse(ProgramVersion([6, 10]) < ProgramVersion([6, 2]))
  }
}
