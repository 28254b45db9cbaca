import Console
import XCTest

@testable import Figures

final class AxisRangeTests: XCTestCase {
  func testTicksAreRoundAndInside() {
    let cases: [(lower: Double, upper: Double, count: Int, labels: [String])] = [
      (0, 500, 6, ["0", "100", "200", "300", "400", "500"]), (0, 500, 5, ["0", "200", "400"]),
      (0, 0.3, 4, ["0.0", "0.1", "0.2", "0.3"]), (0, 1200, 3, ["0", "500", "1,000"]),
      (1990, 2021, 4, ["1990", "2000", "2010", "2020"]), (0, 3e6, 4, ["0", "1 M", "2 M", "3 M"]),
      (1_000_000, 1_000_003, 4, ["1,000,000", "1,000,001", "1,000,002", "1,000,003"]),
      (-10, 10, 5, ["-10", "-5", "0", "5", "10"]), (0, 0.0005, 2, ["0.0000", "0.0005"]), (7, 7, 9, ["7"]),
      (0.4, 0.6, 1, ["0.5"]),
    ]
    for (lower, upper, count, labels) in cases {
      let axis = AxisRange(lower: lower, upper: upper, scale: .linear)
      XCTAssertEqual(axis.ticks(atMost: count).map(\.label), labels, "\(lower)...\(upper), \(count)")
    }
  }

  func testLogarithmicTicks() {
    let cases: [(lower: Double, upper: Double, count: Int, labels: [String])] = [
      (1, 1000, 10, ["1", "2", "5", "10", "20", "50", "100", "200", "500", "1,000"]),
      (1, 1000, 9, ["1", "10", "100", "1,000"]), (0.01, 1e6, 5, ["0.01", "1", "100", "10,000", "1 M"]),
      (12, 18, 4, ["12", "14", "16", "18"]), (2, 500, 3, ["10", "100"]), (1, 2, 1, ["1"]),
    ]
    for (lower, upper, count, labels) in cases {
      let axis = AxisRange(lower: lower, upper: upper, scale: .logarithmic)
      XCTAssertEqual(axis.ticks(atMost: count).map(\.label), labels, "\(lower)...\(upper), \(count)")
    }
  }

  func testLabelsNeverCollideNorLeaveThePage() {
    var random = Seeded(7)
    for _ in 0..<300 {
      let upper = pow(10, Double.random(in: -4...12, using: &random))
      let style = TextStyle(width: Int.random(in: 40...100, using: &random))
      let start = Int.random(in: 0...15, using: &random)
      let axis = AxisRange(lower: 0, upper: upper, scale: .linear)
      let columns = style.width - start - Int.random(in: 0...10, using: &random)
      let lines = axis.lines(unit: "ms", from: start, columns: columns, style).map { $0.render(style) }
      XCTAssertLessThanOrEqual(lines[1].count, style.width)
      let labels = lines[1].split(separator: /\s{2,}/)
      XCTAssertEqual(labels.count, lines[0].filter { $0 == "┬" }.count, lines[1])
      XCTAssertGreaterThan(labels.count, 1, lines[1])
      XCTAssertTrue(labels.last?.hasSuffix(" ms") == true, lines[1])
    }
  }
}
