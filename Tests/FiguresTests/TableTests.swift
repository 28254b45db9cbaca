import Console
import Figures
import XCTest

/// A table: complete where the page is wide enough, whole columns fewer where it is not.
final class TableTests: XCTestCase {
  private func table(corner: String = "at once", first: String = "1 task") -> Figure {
    .table(
      title: "What waiting costs", corner: corner,
      columns: [.init("wall", unit: "ms"), .init("threads"), .init("resident", unit: "MiB")],
      rows: [
        .init(first, [1000.4, 1, 0.25]), .init("10,000 threads", [1234, 10_001, .nan]), .init("pending"),
      ])
  }

  func testNumbersStandUnderTheirTitlesRightAligned() {
    XCTAssertEqual(
      table().text(TextStyle(width: 80)),
      [
        "What waiting costs",
        "at once          wall  threads  resident",
        "                   ms                MiB",
        "1 task          1,000        1      0.25",
        "10,000 threads  1,234   10,001         .",
        "pending             .        .         .",
      ])
  }

  func testANarrowPageLosesWholeColumnsAndSaysSo() {
    let narrow = table(corner: "requests at once").text(TextStyle(width: 40))
    XCTAssertEqual(narrow[1], "requests at once   wall  threads …")
    XCTAssertEqual(narrow[4], "10,000 threads    1,234   10,001")
  }

  func testNoLineIsWiderThanThePageWhateverTheTableHolds() {
    for width in [40, 57, 80, 140] {
      for count in [0, 1, 7, 30] {
        let wide = Figure.table(
          title: String(repeating: "long ", count: 50), corner: "日本語の角",
          columns: (0..<count).map { .init("column \($0)", unit: "ms") },
          rows: [.init(String(repeating: "label ", count: 30), Array(repeating: 1e300, count: count + 2))])
        for line in wide.text(TextStyle(width: width)) {
          XCTAssertLessThanOrEqual(DisplayWidth.of(line), width)
        }
      }
    }
  }

  func testThePageHasEveryCellAndEscapesIt() throws {
    let document = SVGDocument.stack([("", [table(first: "1 <task> & more")])], title: "table")
    for text in ["1 &lt;task&gt; &amp; more", "10,001", "resident", "MiB"] {
      XCTAssertTrue(document.contains(">\(text)<"), text)
    }
  }
}
