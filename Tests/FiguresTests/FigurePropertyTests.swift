import Console
import Foundation
import Measurement
import XCTest

@testable import Figures

/// What must be true of every figure at every width, over many random ones.
final class FigurePropertyTests: XCTestCase {
  private let widths = [20, 21, 26, 33, 40, 57, 80, 200]

  func testNoLineIsWiderThanThePageAndColorChangesNoCharacter() {
    forEachFigure { figure, seed in
      for (width, ascii) in widths.flatMap({ width in [(width, false), (width, true)] }) {
        let plain = figure.text(TextStyle(width: width, ascii: ascii))
        let colored = figure.text(TextStyle(width: width, color: true, ascii: ascii))
        for line in plain {
          let most = figure.kind == .table ? width : min(width, TextStyle.widestMeasure)
          XCTAssertLessThanOrEqual(DisplayWidth.of(line), most, "seed \(seed): \(line)")
          XCTAssertFalse(
            line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "seed \(seed): \(line)")
          XCTAssertFalse(line.hasSuffix(" "), "seed \(seed): \(line)")
          if ascii { XCTAssertTrue(line.utf8.allSatisfy { $0 < 0x7F }, "seed \(seed): \(line)") }
        }
        XCTAssertEqual(colored.map(shown), plain, "seed \(seed)")
      }
    }
  }

  func testOnlyTheLegendTakesMoreLinesOnANarrowPage() {
    forEachFigure { figure, seed in
      let counts = widths.map { figure.text(TextStyle(width: $0)).count }
      XCTAssertEqual(counts, counts.sorted(by: >), "seed \(seed)")
      if figure.kind == .bars || figure.kind == .table {
        XCTAssertEqual(Set(counts).count, 1, "seed \(seed)")
      }
    }
  }

  func testWhatStandsInTheLegendCanBeToldApartAtAnyWidth() {
    for width in 20...60 {
      let labels = ["request 1", "request 2", "a request with a long name", "a request with a long nose"]
      let lanes = labels.map {
        Lane(
          $0, spans: Samples.spans((.work, 1), (.wait, 1), (.block, 1), (.queue, 1)),
          departure: .milliseconds(4))
      }
      let timeline = Figure.timeline(Timeline(lanes: lanes), title: "").text(TextStyle(width: width))
      let starts = timeline[1...4].map { $0.prefix { $0 != "█" } }
      XCTAssertEqual(Set(starts).count, labels.count, "\(width): \(timeline)")
      XCTAssertTrue("█░▓·".allSatisfy { timeline[1].contains($0) }, "\(width): \(timeline)")
      let legend = timeline[7...].joined(separator: " ").split(separator: " ").joined(separator: " ")
      XCTAssertEqual(
        legend, "██ working ▓▓ waiting, thread held ░░ waiting, thread given back ·· queued", "\(width)")

      let curve = Figure.curve(
        title: "", x: .init("x"), y: .init("y"), series: labels.map { .init($0, [(1, 1)]) },
        marks: [.init("knee", x: 1, y: 1), .init("knee", x: 1, y: 2)]
      ).text(TextStyle(width: width))[16...].joined(separator: " ").split(separator: " ").joined(
        separator: " ")
      XCTAssertEqual(
        curve,
        "● request 1 ○ request 2 ■ a request with a long name □ a request with a long nose "
          + "◆ knee (1, 1) ◆ knee (1, 2)", "\(width)")
    }
  }

  func testEveryLaneHasItsRowAndShowsItsWork() {
    for seed in 0..<100 as Range<UInt64> {
      var random = Seeded(seed)
      let timeline = random.timeline()
      for style in [TextStyle(width: 40), TextStyle(width: 80, ascii: true), TextStyle(width: 200)] {
        let lines = Figure.timeline(timeline, title: "timeline").text(style)
        let axis = lines[max(1, timeline.lanes.count) + 1]
        XCTAssertTrue(axis.contains(style.ascii ? "+-" : "┬─"), "seed \(seed): \(axis)")
        for (lane, line) in zip(timeline.lanes, lines.dropFirst()) {
          // The narrowest page has nine columns or more: this is above the two-hundredth of one that is hidden.
          let works = lane.spans.contains { $0.kind == .work && $0.duration >= timeline.end / 1000 }
          if works, timeline.end > .zero {
            XCTAssertTrue(line.contains(style.ascii ? "#" : "█"), "seed \(seed): \(line)")
          }
          if let response = lane.responseTime {
            let text = NumberText.short(response.inMilliseconds, unit: "ms")
            XCTAssertTrue(line.hasSuffix(text), "seed \(seed): \(line)")
          }
        }
      }
    }
  }

  func testEveryFigureIsWellFormedSVG() throws {
    try forEachFigure { figure, seed in
      XCTAssertNoThrow(
        try ParsedSVG(SVGDocument.stack([("Part", [figure])], title: "seed \(seed)")), "seed \(seed)")
    }
  }

  func testAStoredFigureIsDrawnTheSame() throws {
    try forEachFigure { figure, seed in
      let stored = try JSONDecoder().decode(Figure.self, from: JSONEncoder().encode(figure))
      XCTAssertEqual(stored.id, figure.id)
      for style in [TextStyle(width: 57), TextStyle(width: 100, color: true, ascii: true)] {
        XCTAssertEqual(stored.text(style), figure.text(style), "seed \(seed)")
      }
      XCTAssertEqual(stored.svg(), figure.svg(), "seed \(seed)")
    }
  }

  private func forEachFigure(_ body: (Figure, UInt64) throws -> Void) rethrows {
    for seed in 0..<15 as Range<UInt64> {
      var random = Seeded(seed)
      try body(.timeline(random.timeline(), title: "timeline", end: .seconds(seed % 3)), seed)
      try body(random.curveFigure(), seed)
      try body(random.barFigure(), seed)
      try body(random.tableFigure(), seed)
    }
  }
}

extension Seeded {
  private mutating func number() -> Double {
    let odd: [Double] = [
      0, -1, .nan, .infinity, -.infinity, 1e300, 1e-300, -1e308, .greatestFiniteMagnitude, 5,
    ]
    if Int.random(in: 0...5, using: &self) == 0 { return odd.randomElement(using: &self)! }
    return Double.random(in: -2...1000, using: &self)
  }

  mutating func curveFigure() -> Figure {
    let series = (0..<Int.random(in: 0...9, using: &self)).map { index in
      CurveFigure.Series(
        "series \(index)", (0..<Int.random(in: 0...20, using: &self)).map { _ in (x: number(), y: number()) })
    }
    let scales = (0..<2).map { _ in Bool.random(using: &self) ? Scale.linear : .logarithmic }
    return .curve(
      title: String(repeating: "A long title. ", count: 20),
      x: .init("offered load", unit: "µs/日", scale: scales[0]), y: .init("", unit: "%", scale: scales[1]),
      series: series, marks: [.init("膝 knee", x: number(), y: number())])
  }

  mutating func tableFigure() -> Figure {
    .table(
      title: "Table", corner: "角",
      columns: (0..<Int.random(in: 0...7, using: &self)).map {
        .init("column \($0)", unit: $0 == 1 ? "ms" : "")
      },
      rows: (0..<Int.random(in: 0...4, using: &self)).map { row in
        .init("row \(row)", (0..<Int.random(in: 0...7, using: &self)).map { $0 == 2 ? nil : number() })
      })
  }

  mutating func barFigure() -> Figure {
    .bars(
      title: "bars",
      unit: ["", "ms", "× a unit that is much too long for any page there is"].randomElement(using: &self)!,
      bars: (0..<Int.random(in: 0...5, using: &self)).map { ("bar \($0) – ü", number()) })
  }
}
