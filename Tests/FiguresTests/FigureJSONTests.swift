import Figures
import Foundation
import Measurement
import XCTest

/// What a script finds in a stored figure.
final class FigureJSONTests: XCTestCase {
  func testATimelineHasItsTimesInMilliseconds() throws {
    let lane = Lane(
      "request 1", arrival: .milliseconds(1),
      spans: [Span(.block, from: .milliseconds(1), to: .microseconds(2500), thread: 7)])
    XCTAssertEqual(
      try json(.timeline(Timeline(lanes: [lane]), id: "serial", title: "One")),
      #"{"id":"serial","kind":"timeline","lanes":[{"arrival":1,"departure":null,"#
        + #""label":"request 1","spans":[{"end":2.5,"kind":"block","start":1}]}],"maximumLanes":16,"title":"One"}"#
    )
  }

  func testACurveHasItsAxesAndScales() throws {
    let figure = Figure.curve(
      title: "How long?", x: .init("users", scale: .logarithmic), y: .init("p99", unit: "ms"),
      series: [.init("async", [(1, 0.2), (2, .nan)])], marks: [.init("knee", x: 1, y: 0.2)])
    XCTAssertEqual(
      try json(figure),
      #"{"id":"how-long","kind":"curve","marks":[{"label":"knee","x":1,"y":0.2}],"#
        + #""series":[{"label":"async","points":[[1,0.2]]}],"title":"How long?","#
        + #""x":{"label":"users","scale":"log","unit":""},"y":{"label":"p99","scale":"linear","unit":"ms"}}"#)
  }

  func testBarsAndTablesHaveNullForWhatIsNotKnown() throws {
    XCTAssertEqual(
      try json(.bars(title: "Bars", unit: "kB", bars: [("a", 1), ("b", .infinity)])),
      #"{"bars":[{"label":"a","value":1},{"label":"b","value":null}],"id":"bars","kind":"bars","#
        + #""title":"Bars","unit":"kB"}"#)
    XCTAssertEqual(
      try json(.table(title: "T", columns: [.init("c", unit: "s")], rows: [.init("r", [.nan])])),
      #"{"columns":[{"title":"c","unit":"s"}],"corner":"","id":"t","kind":"table","#
        + #""rows":[{"label":"r","values":[null]}],"title":"T"}"#)
  }

  func testWhatIsNoFigureIsRefused() {
    let timeline = #"{"kind":"timeline","id":"","title":"","maximumLanes":1,"lanes":[]"#
    for text in [#"{"kind":"pie"}"#, "{}", timeline + #","end":1e300}"#, timeline + "}}"] {
      XCTAssertThrowsError(try JSONDecoder().decode(Figure.self, from: Data(text.utf8)), text)
    }
    XCTAssertNoThrow(try JSONDecoder().decode(Figure.self, from: Data((timeline + "}").utf8)))
  }

  private func json(_ figure: Figure) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(figure), as: UTF8.self)
  }
}
