import Console
import XCTest

final class InkTests: XCTestCase {
  private let inks: [Ink] = [
    .work, .wait, .queue, .good, .bad, .dim, .bold, .series(0), .series(-1), .series(6),
  ]

  func testPaintsOnlyWithColor() {
    for ink in inks {
      XCTAssertEqual(ink.paint("text", TextStyle(color: false)), "text")
      XCTAssertEqual(ink.paint("", TextStyle(color: true)), "")
      XCTAssertEqual(DisplayWidth.of(ink.paint("text", TextStyle(color: true))), 4)
    }
    XCTAssertEqual(Ink.work.paint("text", TextStyle(color: true)), "\u{1B}[32mtext\u{1B}[0m")
  }

  func testWaysOfSpendingTimeHaveColorsOfTheirOwn() {
    let inks: [Ink] = [.work, .wait, .block, .queue]
    XCTAssertEqual(Set(inks.map { $0.paint("x", TextStyle(color: true)) }).count, 4)
  }

  func testSeriesHaveColorsOfTheirOwn() {
    let painted = (0..<6).map { Ink.series($0).paint("x", TextStyle(color: true)) }
    XCTAssertEqual(Set(painted).count, 6)
  }
}
