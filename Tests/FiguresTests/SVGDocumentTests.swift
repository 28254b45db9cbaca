import Foundation
import Measurement
import XCTest

@testable import Figures

final class SVGDocumentTests: XCTestCase {
  private let timeline = Figure.timeline(Samples.serial, title: "Served", end: .milliseconds(500))

  func testDocumentIsAccessibleAndFollowsLightAndDark() throws {
    let document = SVGDocument.stack([("One", [timeline]), ("Nothing", [])], title: "Lesson 1")
    let svg = try ParsedSVG(document)
    let root = try XCTUnwrap(svg.elements.first)
    XCTAssertEqual(root.name, "svg")
    XCTAssertEqual(root.attributes["role"], "img")
    XCTAssertEqual(root.attributes["aria-label"], "Lesson 1")
    XCTAssertEqual(svg.elements[1].name, "title")
    XCTAssertEqual(svg.elements[1].text, "Lesson 1")
    XCTAssertEqual(
      svg.named("desc").first?.text,
      "One Served: request 1 answered after 200 ms, request 2 answered after 400 ms, "
        + "request 3 answered after 500 ms.")
    XCTAssertTrue(document.contains("@media (prefers-color-scheme: dark)"))
    XCTAssertFalse(document.contains("href"), "nothing from elsewhere")
  }

  func testTextIsEscaped() throws {
    let odd = "a<b&\"c\" 'd' ]]> \u{1B}[31mred\u{1B}[0m\u{0}\u{FFFE}"
    let shown = "a<b&\"c\" 'd' ]]> red"
    let lane = Lane(odd, spans: Samples.spans((.work, 10)), departure: .milliseconds(10))
    let figures: [Figure] = [
      .timeline(Timeline(lanes: [lane]), title: odd),
      .curve(
        title: odd, x: .init(odd, unit: odd), y: .init(odd, unit: odd),
        series: [.init(odd, [(1, 1), (2, 2)])], marks: [.init(odd, x: 1, y: 2)]),
      .bars(title: odd, unit: odd, bars: [(odd, 1)]),
    ]
    let svg = try ParsedSVG(SVGDocument.stack([(odd, figures)], title: odd))
    XCTAssertEqual(svg.named("title").first?.text.hasPrefix(shown), true)
    for title in svg.ofClass("title") { XCTAssertEqual(title.text.hasPrefix(shown), true, title.text) }
    XCTAssertEqual(svg.ofClass("title").count, 3)
  }

  func testFiguresStandUnderOneAnother() throws {
    let bars = Figure.bars(title: "Memory", unit: "kB", bars: [("thread", 8200), ("task", 1.2)])
    let svg = try ParsedSVG(SVGDocument.stack([("", [timeline]), ("", [bars])], title: "Two"))
    let tops = svg.named("g").compactMap { element in
      element.attributes["transform"]?.split(whereSeparator: { $0 == " " || $0 == ")" }).last.flatMap {
        Double($0)
      }
    }
    XCTAssertEqual(tops, [24, 48 + timeline.svg().height])
    let height = try XCTUnwrap(svg.elements[0].attributes["height"].flatMap { Double($0) })
    XCTAssertEqual(height, 3 * 24 + timeline.svg().height + bars.svg().height, accuracy: 0.01)
  }

  func testEachPartHasItsHeading() throws {
    let parts = [("First", [timeline]), ("Empty", []), (String(repeating: "Second ", count: 20), [timeline])]
    let headings = try ParsedSVG(SVGDocument.stack(parts, title: "Parts")).ofClass("heading").map(\.text)
    XCTAssertEqual(headings.first, "First")
    XCTAssertEqual(headings.dropFirst().joined(separator: " ") + " ", String(repeating: "Second ", count: 20))
    XCTAssertFalse(headings.contains { $0.count > 66 })
  }

  func testNamesOfMarksHideNeitherOneAnotherNorACurve() throws {
    let points = (0...20).map { (x: Double($0), y: Double($0 * $0)) }
    let marks = (9...13).map { CurveFigure.Mark("knee", x: Double($0), y: Double($0 * $0)) }
    let figure = Figure.curve(
      title: "c", x: .init("x", unit: "users"), y: .init("y", unit: "ms"), series: [.init("s", points)],
      marks: marks)
    let svg = try ParsedSVG(SVGDocument.stack([("", [figure])], title: "Marks"))
    let names = svg.ofClass("strong").map { element -> (text: String, x: ClosedRange<Double>, y: Double) in
      let (x, y) = (Double(element.attributes["x"]!)!, Double(element.attributes["y"]!)!)
      let half = Double(element.text.count) * 3.5
      return (element.text, (x - half)...(x + half), y)
    }
    XCTAssertEqual(names.map(\.text).prefix(2), ["knee (9 users, 81 ms)", "knee (10 users, 100 ms)"])
    XCTAssertEqual(names.count, marks.count)
    for (index, name) in names.enumerated() {
      for other in names.dropFirst(index + 1) where abs(other.y - name.y) < 14 {
        XCTAssertFalse(other.x.overlaps(name.x), "\(name), \(other)")
      }
    }
    let steps = try XCTUnwrap(svg.ofClass("curve series-0").first?.attributes["d"]).dropFirst().split(
      separator: "L")
    for step in steps {
      let place = step.split(separator: " ").compactMap { Double($0) }
      for name in names where (name.y - 12...name.y + 2).contains(place[1]) {
        XCTAssertFalse(name.x.contains(place[0]), "\(name) hides \(place)")
      }
    }
  }

  func testNoFiguresAreAnEmptyPage() throws {
    XCTAssertEqual(try ParsedSVG(SVGDocument.stack([], title: "Empty")).named("g"), [])
  }

  func testBarsOfATimelineAreAsLongAsTheirTime() throws {
    let svg = try ParsedSVG(SVGDocument.stack([("", [timeline])], title: "Scale"))
    let blocks = svg.ofClass("block").compactMap { $0.attributes["width"].flatMap { Double($0) } }
    // The legend's sample is the last; the waits before it last 60, 110, 60, 110, 25 and 50 ms.
    XCTAssertEqual(blocks.count, 7)
    let perMillisecond = blocks[0] / 60
    for (width, milliseconds) in zip(blocks, [60.0, 110, 60, 110, 25, 50]) {
      XCTAssertEqual(width, milliseconds * perMillisecond, accuracy: 0.1)
    }
    XCTAssertEqual(svg.ofClass("work").count, 10)
    XCTAssertEqual(svg.ofClass("queue").count, 3)
  }

  func testEveryClassThatIsUsedHasARule() throws {
    let curve = Figure.curve(
      title: "c", x: .init("x"), y: .init("y"),
      series: (0..<8).map { .init("s", [(1, Double($0)), (2, 3)]) }, marks: [.init("knee", x: 1, y: 1)])
    let figures = [timeline, curve, .bars(title: "b", bars: [("a", 1)])]
    let used = try ParsedSVG(SVGDocument.stack([("Part", figures)], title: "Classes")).elements
      .compactMap { $0.attributes["class"] }.flatMap { $0.split(separator: " ").map(String.init) }
    for name in Set(used).subtracting(["workbook-figure"]) {
      XCTAssertTrue(SVGDocument.stylesheet.contains(".\(name) "), name)
    }
  }

  func testSeriesHaveColorsOfTheirOwn() {
    XCTAssertEqual(Set(SVGPalette.series.map(\.light)).count, SVGPalette.series.count)
    XCTAssertEqual(Set(SVGPalette.series.map(\.dark)).count, SVGPalette.series.count)
  }

  func testTextAndShapesStandOutFromThePage() {
    for theme in [\SVGPalette.Color.light, \.dark] {
      let page = SVGPalette.page[keyPath: theme]
      for text in [SVGPalette.text, SVGPalette.quiet] {
        XCTAssertGreaterThanOrEqual(contrast(text[keyPath: theme], page), 4.5)
      }
      for shape in SVGPalette.series + [SVGPalette.work, SVGPalette.wait, SVGPalette.queue] {
        XCTAssertGreaterThanOrEqual(contrast(shape[keyPath: theme], page), 3, "\(shape)")
      }
    }
  }

  /// The ratio of contrast of two colours as WCAG 2.2 defines it: 1 to 21.
  private func contrast(_ one: String, _ other: String) -> Double {
    let lights = [one, other].map(luminance).sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func luminance(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8, value].map { Double($0 & 0xFF) / 255 }
    let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
