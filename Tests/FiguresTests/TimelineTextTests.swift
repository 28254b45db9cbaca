import Console
import Figures
import Measurement
import XCTest

final class TimelineTextTests: XCTestCase {
  func testWorkOfAnyLengthIsSeen() {
    // 40 columns and ten seconds: a column is about half a second, the work a hundredth of that.
    let lane = Lane(
      "request", spans: Samples.spans((.wait, 4000), (.work, 5), (.wait, 5995)), departure: .seconds(10))
    XCTAssertTrue(row(lane).contains("░█░"), row(lane))
  }

  func testWaitBetweenTwoWorksIsSeen() {
    let lane = Lane(
      "request", spans: Samples.spans((.work, 4000), (.wait, 50), (.work, 5950)), departure: .seconds(10))
    XCTAssertTrue(row(lane).contains("█░█"), row(lane))
  }

  func testWorkWinsTheCellThatItSharesWithAWait() {
    let lane = Lane(
      "request", spans: Samples.spans((.wait, 300), (.work, 100)), departure: .milliseconds(400))
    let cells = row(lane, end: .seconds(10)).dropFirst("request  ".count).prefix(3)
    XCTAssertEqual(cells, "█  ")
  }

  func testQueueOfMicrosecondsHasNoCellWhereverItLies() {
    for start in 20..<180 {
      let begin = Duration.milliseconds(start)
      let lane = Lane(
        "request",
        spans: [
          Span(.work, from: .zero, to: begin), Span(.queue, from: begin, to: begin + .microseconds(40)),
          Span(.wait, from: begin + .microseconds(40), to: .milliseconds(200)),
        ], departure: .milliseconds(200))
      XCTAssertNotNil(row(lane).wholeMatch(of: /request  █+░+  200 ms/), row(lane))
    }
  }

  func testQueueOfMicrosecondsBeforeAllElseLeavesNoHole() {
    let lane = Lane(
      "request",
      spans: [
        Span(.queue, from: .zero, to: .microseconds(40)),
        Span(.work, from: .microseconds(40), to: .milliseconds(200)),
      ], departure: .milliseconds(200))
    XCTAssertNotNil(row(lane).wholeMatch(of: /request  █+  200 ms/), row(lane))
  }

  func testQueueIsTrueToScale() {
    for (milliseconds, isSeen) in [(1, false), (3, false), (8, true), (60, true)] {
      // About ten milliseconds a column.
      let lane = Lane(
        "request", spans: Samples.spans((.work, 100), (.queue, milliseconds), (.wait, 105 - milliseconds)),
        departure: .milliseconds(205))
      XCTAssertEqual(row(lane).contains("·"), isSeen, row(lane))
    }
  }

  func testWorkOfNanosecondsHasNoCell() {
    let lane = Lane(
      "request",
      spans: [
        Span(.wait, from: .zero, to: .milliseconds(100)),
        Span(.work, from: .milliseconds(100), to: .milliseconds(100) + .nanoseconds(800)),
        Span(.wait, from: .milliseconds(100) + .nanoseconds(800), to: .milliseconds(200)),
      ], departure: .milliseconds(200))
    XCTAssertFalse(row(lane).contains("█"), row(lane))
  }

  func testCellsBeforeArrivalAndAfterDepartureAreBlank() {
    let lane = Lane(
      "request", arrival: .milliseconds(100),
      spans: [Span(.work, from: .milliseconds(100), to: .milliseconds(200))], departure: .milliseconds(200))
    let text = row(lane, end: .milliseconds(400))
    XCTAssertNotNil(text.wholeMatch(of: /request {8,}█{5,6} {8,}100 ms/), text)
  }

  func testEmptyTimelineHasItsAxisAndSaysSo() {
    for style in Samples.styles {
      let lines = Figure.timeline(Timeline(), title: "Nothing").text(style)
      XCTAssertEqual(lines.count, 4)
      XCTAssertEqual(lines[1], "no requests")
      XCTAssertEqual(lines[3], "0 ms")
    }
  }

  func testSingleInstantIsALaneWithoutABar() {
    let lane = Lane("request", spans: [Span(.work, from: .zero, to: .zero)], departure: .zero)
    let lines = Figure.timeline(Timeline(lanes: [lane]), title: "Instant").text(TextStyle())
    XCTAssertEqual(lines.count, 4)
    XCTAssertNotNil(lines[1].wholeMatch(of: /request +0 ms/), lines[1])
  }

  func testOfManyLanesTheFirstAreShownAndTheRestCounted() {
    let lanes = (1...300).map {
      Lane("request \($0)", spans: Samples.spans((.work, $0)), departure: .milliseconds($0))
    }
    let lines = Figure.timeline(Timeline(lanes: lanes), title: "Many").text(TextStyle())
    XCTAssertEqual(lines.count, 4 + TimelineFigure.usualMaximumLanes + 1)
    XCTAssertTrue(lines[17].hasSuffix("and 284 more"), lines[17])
    let all = Figure.timeline(Timeline(lanes: lanes), title: "Many", maximumLanes: 300).text(TextStyle())
    XCTAssertEqual(all.count, 304)
    XCTAssertTrue(all[300].hasPrefix("request 300  "), all[300])
  }

  func testBarsOfAGrowingTimelineStayWhereTheyAre() {
    let end = Duration.milliseconds(250)
    let legend: Set<Span.Kind> = [.work, .wait, .queue]
    let whole = Figure.timeline(Samples.overlapped, title: "Live", end: end, legend: legend)
    for style in Samples.styles {
      let last = whole.text(style)
      for now in stride(from: 0, through: 250, by: 3) {
        let frame = Figure.timeline(
          cut(Samples.overlapped, at: .milliseconds(now)), title: "Live", end: end, legend: legend)
        let lines = frame.text(style)
        XCTAssertEqual(lines.count, last.count)
        XCTAssertEqual(lines.dropFirst(4), last.dropFirst(4), "axis and legend at \(now) ms")
        for (line, final) in zip(lines, last).dropFirst().prefix(3) where !line.hasSuffix("ms") {
          // The cell that is growing may still change its kind: a later span may hold its middle.
          XCTAssertTrue(final.hasPrefix(line.dropLast(2)), "at \(now) ms: \(line) | \(final)")
        }
      }
    }
  }

  func testTimelineLongerThanItsEndHasALongerAxis() {
    let lines = Figure.timeline(Samples.serial, title: "Late", end: .milliseconds(100)).text(TextStyle())
    XCTAssertEqual(lines, Figure.timeline(Samples.serial, title: "Late").text(TextStyle()))
  }

  func testStackedTimelinesShareAnAxisThatIsTheSame() {
    let style = TextStyle()
    func stack(_ second: Duration) -> [String] {
      Figure.stack(
        [
          .timeline(Samples.serial, title: "One", end: .milliseconds(500)),
          .timeline(Samples.serial, title: "Two", end: second),
        ], style)
    }
    let one = Figure.timeline(Samples.serial, title: "One", end: .milliseconds(500)).text(style)
    XCTAssertEqual(stack(.milliseconds(500)), one.dropLast(3) + ["", "Two"] + one.dropFirst())
    XCTAssertEqual(stack(.milliseconds(900)).count, 2 * one.count + 1)
  }

  func testLegendNamesOnlyWhatOccursOrWhatIsAsked() {
    XCTAssertTrue(
      legend(Samples.overlapped, nil).hasSuffix("██ working  ░░ waiting, thread given back  ·· queued"))
    XCTAssertTrue(
      legend(Timeline(lanes: [Lane("a")]), [.block, .work]).hasSuffix("██ working  ▓▓ waiting, thread held"))
    XCTAssertTrue(legend(Timeline(lanes: [Lane("a")]), nil).hasSuffix("0 ms"), "no legend below the axis")
  }

  func testOddLabelsKeepTheBarsAligned() {
    let labels = [
      "日本語", "e\u{301}tude", "👨‍👩‍👧‍👦", "a\tb\nc", "\u{1B}[31mred\u{1B}[0m",
      "a name that is very much too long to stand here",
    ]
    let lanes = labels.map { Lane($0, spans: Samples.spans((.work, 100)), departure: .milliseconds(100)) }
    for ascii in [false, true] {
      let lines = Figure.timeline(Timeline(lanes: lanes), title: "Odd").text(TextStyle(ascii: ascii))
        .dropFirst()
      let starts = lines.prefix(labels.count).map { line in
        DisplayWidth.of(String(line.prefix { $0 != "█" && $0 != "#" }))
      }
      XCTAssertEqual(starts, Array(repeating: 26, count: labels.count), "\(lines)")
    }
  }

  private func row(_ lane: Lane, end: Duration? = nil) -> String {
    Figure.timeline(Timeline(lanes: [lane]), title: "", end: end).text(TextStyle(width: 40))[1]
  }

  private func legend(_ timeline: Timeline, _ kinds: Set<Span.Kind>?) -> String {
    Figure.timeline(timeline, title: "", legend: kinds).text(TextStyle()).last ?? ""
  }

  /// What was recorded of a timeline up to an instant.
  private func cut(_ timeline: Timeline, at now: Duration) -> Timeline {
    Timeline(
      lanes: timeline.lanes.map { lane in
        let spans = lane.spans.filter { $0.start < now }
          .map { Span($0.kind, from: $0.start, to: min($0.end, now), thread: $0.thread) }
        return Lane(
          lane.label, arrival: lane.arrival, spans: spans,
          departure: lane.departure.flatMap { $0 <= now ? $0 : nil })
      })
  }
}
