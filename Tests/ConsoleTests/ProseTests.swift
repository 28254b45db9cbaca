import Console
import XCTest

final class ProseTests: XCTestCase {
  func testLinesBreakBetweenWords() {
    for (text, columns, expected) in [
      ("", 10, [""]),
      ("one two three", 13, ["one two three"]),
      ("one two three", 12, ["one two", "three"]),
      ("one\ntwo three", 9, ["one", "two three"]),
      ("incomprehensibilities no", 10, ["incomprehensibilities", "no"]),
      ("漢字 漢字", 8, ["漢字", "漢字"]),
    ] {
      XCTAssertEqual(Prose.wrap(text, to: columns), expected, text)
    }
  }

  func testANumberStaysWithItsUnit() {
    for (text, columns, expected) in [
      ("it leaves 80 % of it", 12, ["it leaves", "80 % of it"]),
      ("so 12 ms, or more", 8, ["so", "12 ms,", "or more"]),
      ("by 1.25 ×.", 8, ["by", "1.25 ×."]),
      ("all 3 servers", 6, ["all 3", "servers"]),
      ("plain %", 5, ["plain", "%"]),
    ] {
      XCTAssertEqual(Prose.wrap(text, to: columns), expected, text)
    }
  }

  func testTheIndentationCounts() {
    XCTAssertEqual(Prose.wrap("one two", to: 6, first: "- ", rest: "  "), ["- one", "  two"])
  }
}
