import Console
import XCTest

final class DisplayWidthTests: XCTestCase {
  private let unicode = TextStyle()
  private let ascii = TextStyle(ascii: true)

  func testColumnsOfText() {
    let cases: [(text: String, columns: Int)] = [
      ("", 0), ("request 1", 9), ("café", 4), ("cafe\u{301}", 4), ("日本", 4), ("한국어", 6), ("ｆｕｌｌ", 8),
      ("👍", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("☀️", 2), ("☀", 1), ("█▓░·", 4), ("⣿⡇", 2), ("a\u{200B}b", 2),
      ("\u{1B}[31mred\u{1B}[0m", 3), ("\u{1B}]0;title\u{07}ab", 2), ("\u{1B}[1;38;5;200m日\u{1B}[0m", 2),
      ("\u{1B}", 0), ("\u{1B}[31", 0), ("tab\tx", 4),
    ]
    for (text, columns) in cases { XCTAssertEqual(DisplayWidth.of(text), columns, text.debugDescription) }
  }

  func testCutNeverIsWiderThanAsked() {
    let cases: [(text: String, columns: Int, cut: String)] = [
      ("request 1", 9, "request 1"), ("request 1", 8, "request…"), ("request", 1, "…"), ("request", 0, ""),
      ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 6, "日本語"),
    ]
    for (text, columns, cut) in cases { XCTAssertEqual(DisplayWidth.cut(text, to: columns, unicode), cut) }
    XCTAssertEqual(DisplayWidth.cut("request 1", to: 8, ascii), "request~")
  }

  func testPadFillsUpByColumns() {
    XCTAssertEqual(DisplayWidth.pad("日本", to: 6), "日本  ")
    XCTAssertEqual(DisplayWidth.pad("request", to: 3), "request")
  }
}
