import Console
import Measurement
import XCTest

@testable import Figures

/// Timelines of more spans than any picture shows.
final class ThinnedTimelineTests: XCTestCase {
  private func lane(_ spans: Int, of length: Duration = .microseconds(1500), from start: Duration = .zero)
    -> Lane
  {
    var at = start
    let spans = (0..<spans).map { index in
      let end = at + (index % 2 == 0 ? length : length * 2)
      defer { at = end }
      return Span(index % 2 == 0 ? .wait : .queue, from: at, to: end)
    }
    return Lane("core 1", arrival: start, spans: spans, departure: at)
  }

  func testALaneOfManySpansKeepsItsBeginningItsEndAndItsMixture() throws {
    for start in [Duration.zero, .milliseconds(777)] {
      let lane = lane(20_001, from: start)
      let thin = Timeline(lanes: [lane]).thinned().lanes[0]
      XCTAssertLessThanOrEqual(thin.spans.count, 400)
      XCTAssertEqual(thin.spans.first?.start, lane.spans.first?.start)
      XCTAssertEqual(thin.spans.last?.end, lane.spans.last?.end)
      XCTAssertTrue(zip(thin.spans, thin.spans.dropFirst()).allSatisfy { $0.end == $1.start }, "no holes")
      XCTAssertEqual(
        [thin.label, "\(thin.arrival)", "\(thin.responseTime!)"],
        [lane.label, "\(lane.arrival)", "\(lane.responseTime!)"])
    }
  }

  /// Long stretches among many short ones: each is drawn where it was.
  func testWhatIsLongEnoughToBeSeenStaysWhereItIs() throws {
    let short = lane(5000)
    let begin = short.departure!
    let end = begin + .seconds(10)
    let long = Lane("core 1", spans: short.spans + [Span(.work, from: begin, to: end)], departure: end)
    let timeline = Timeline(lanes: [long, lane(7)])
    let thin = timeline.thinned()
    XCTAssertEqual(thin.lanes[1], timeline.lanes[1], "a lane of few spans is left as it is")
    let work = try XCTUnwrap(thin.lanes[0].spans.last)
    XCTAssertEqual(work.kind, .work)
    XCTAssertLessThanOrEqual((work.start - begin).inMilliseconds.magnitude, timeline.end.inMilliseconds / 400)
  }

  func testSpansThatAreDrawnAsOneAreOne() {
    let spans = (0..<2000).map {
      Span(.work, from: .milliseconds($0), to: .milliseconds($0 + 1), thread: UInt64($0))
    }
    let lane = Lane("core 1", spans: spans, departure: .milliseconds(2000))
    XCTAssertEqual(Timeline(lanes: [lane]).thinned().lanes[0].spans.map(\.end), [.milliseconds(2000)])
  }

  func testWhatLastsNoTimeIsThinnedAsWell() {
    let spans = (0..<2000).map { Span($0 % 2 == 0 ? .work : .wait, from: .zero, to: .zero) }
    XCTAssertEqual(Timeline(lanes: [Lane("a", spans: spans)]).thinned().lanes[0].spans, [])
  }
}
