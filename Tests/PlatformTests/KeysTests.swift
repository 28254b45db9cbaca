import XCTest

@testable import Platform

final class KeysTests: XCTestCase {
  func testKeysThatComeTogetherAreToldApart() {
    XCTAssertEqual(WholeTerminal.keys(in: "h\r"), ["h", "\r"])
    XCTAssertEqual(
      WholeTerminal.keys(in: "\u{1B}[A\u{1B}OBn\u{1B}[1;5Cq"), ["\u{1B}", "\u{1B}", "n", "\u{1B}", "q"])
    XCTAssertEqual(WholeTerminal.keys(in: "\u{1B}"), ["\u{1B}"])
    XCTAssertEqual(WholeTerminal.keys(in: "\u{1B}["), ["\u{1B}"])
    XCTAssertEqual(WholeTerminal.keys(in: "é\u{04}"), ["é", "\u{04}"])
  }
}
