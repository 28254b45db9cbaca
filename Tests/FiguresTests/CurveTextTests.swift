import Console
import Figures
import Measurement
import XCTest

final class CurveTextTests: XCTestCase {
  private let nowhere: [(x: Double, y: Double)] = [(.nan, 1), (1, .infinity), (-.infinity, .nan)]

  func testAlwaysTheSameCountOfLines() {
    let pointSets: [[(x: Double, y: Double)]] = [
      [], [(1, 1)], [(0, 0)], [(3, 7), (3, 7)], [(1, 5), (2, 5), (3, 5)], nowhere, [(-5, -3), (-1, -9)],
      [(1e-9, 1e9), (2e-9, 1e12)],
    ]
    for points in pointSets {
      for style in Samples.styles {
        for scale in [Scale.linear, .logarithmic] {
          let lines = figure(points, x: scale, y: scale).text(style)
          XCTAssertEqual(lines.count, 17, "\(points)")
        }
      }
    }
  }

  func testWithoutAValueThereIsNoScale() {
    for points in [[], nowhere] {
      let lines = figure(points).text(TextStyle())
      XCTAssertTrue(lines[7].hasSuffix("no values"))
      XCTAssertNil(lines[2..<16].joined().firstMatch(of: /\d/))
    }
  }

  func testEqualValuesHaveAScaleFromZero() {
    let lines = figure([(1, 5), (2, 5), (3, 5)]).text(TextStyle())
    XCTAssertEqual(tickLabels(lines), ["5", "4", "3", "2", "1", "0"])
    XCTAssertTrue(lines[2].contains("●"), lines[2])
  }

  func testOnePointIsDrawnOnItsOwn() {
    let lines = figure([(4, 200)]).text(TextStyle(ascii: true))
    XCTAssertEqual(lines[2..<13].joined().filter { $0 == "A" }.count, 1)
    XCTAssertEqual(tickLabels(lines, "+"), ["200", "150", "100", "50", "0"])
  }

  func testWhatIsNotFiniteIsLeftOut() {
    let with = figure([(1, 1), (2, .nan), (3, 3)] + nowhere)
    XCTAssertEqual(with.text(TextStyle()), figure([(1, 1), (3, 3)]).text(TextStyle()))
  }

  func testLogarithmicAxesHaveTicksAtPowersOfTen() {
    let lines = figure([(1, 1), (100_000, 10_000)], x: .logarithmic, y: .logarithmic).text(
      TextStyle(width: 100))
    XCTAssertEqual(tickLabels(lines), ["10,000", "1,000", "100", "10", "1"])
    XCTAssertEqual(
      lines[14].split(separator: " ", omittingEmptySubsequences: true),
      ["1", "10", "100", "1,000", "10,000", "100,000", "req/s"])
  }

  func testLogarithmicAxisLeavesOutWhatIsNotAboveZero() {
    let with = figure([(0, 1), (-3, 1), (1, 1), (10, 5)], x: .logarithmic)
    XCTAssertEqual(with.text(TextStyle()), figure([(1, 1), (10, 5)], x: .logarithmic).text(TextStyle()))
  }

  func testStraightLineRisesFromCornerToCorner() {
    let lines = figure([(0, 0), (5, 5), (10, 10)]).text(TextStyle(ascii: true))
    XCTAssertTrue(lines[2].hasSuffix("A"), lines[2])
    XCTAssertTrue(lines[12].contains("+A"), lines[12])
    let columns = lines[2..<13].map { line in
      line.lastIndex { ".A".contains($0) }.map { line.distance(from: line.startIndex, to: $0) } ?? 0
    }
    XCTAssertEqual(columns, columns.sorted(by: >))
  }

  func testSeriesDifferWithoutColor() {
    let figure = Figure.curve(
      title: "Two", x: .init("x"), y: .init("y"),
      series: [.init("serial", [(0, 1), (9, 1)]), .init("async", [(0, 9), (9, 9)])])
    for (style, first, second) in [(TextStyle(), "●", "○"), (TextStyle(ascii: true), "A", "B")] {
      let lines = figure.text(style)
      XCTAssertTrue(lines[16].contains("\(first) serial  \(second) async"), lines[16])
      let plot = lines[2..<13].joined()
      XCTAssertTrue(plot.contains(first) && plot.contains(second))
    }
  }

  func testMarkIsNamedInThePlotAndInTheLegend() {
    let marks = [CurveFigure.Mark("knee", x: 5, y: 5), CurveFigure.Mark("lost", x: .nan, y: 1)]
    let lines = figure([(0, 0), (10, 10)], marks: marks).text(TextStyle())
    XCTAssertTrue(lines[2..<13].contains { $0.contains("◆") }, "\(lines)")
    XCTAssertTrue(lines[2..<13].contains { $0.contains("knee") }, "\(lines)")
    XCTAssertTrue(lines[16].contains("◆ knee (5 req/s, 5 ms)"), lines[16])
    XCTAssertFalse(lines.joined().contains("lost"))
  }

  func testLegendThatIsTooLongGoesOnBelow() {
    let labels = ["serial", "a thread for every request that comes", "a thread for every core"]
    let figure = Figure.curve(
      title: "Long", x: .init("x"), y: .init("y"), series: labels.map { .init($0, [(1, 2)]) })
    XCTAssertEqual(
      figure.text(TextStyle(width: 40))[16...],
      ["● serial", "○ a thread for every request that comes", "■ a thread for every core"])
    XCTAssertEqual(
      figure.text(TextStyle(width: 20))[16...],
      ["● serial", "○ a thread for every", "  request that comes", "■ a thread for every", "  core"])
  }

  private func figure(
    _ points: [(x: Double, y: Double)], x: Scale = .linear, y: Scale = .linear, marks: [CurveFigure.Mark] = []
  ) -> Figure {
    .curve(
      title: "Curve", x: .init("load", unit: "req/s", scale: x),
      y: .init("response time", unit: "ms", scale: y),
      series: [.init("server", points)], marks: marks)
  }

  private func tickLabels(_ lines: [String], _ tick: Character = "┤") -> [String] {
    lines[2..<13].filter { $0.contains(tick) }.map {
      $0.prefix { $0 != tick }.trimmingPrefix { $0 == " " }.filter { $0 != " " }
    }
  }
}
