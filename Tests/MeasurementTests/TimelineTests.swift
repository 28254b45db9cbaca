import Measurement
import XCTest

private func ms(_ value: Int) -> Duration { .milliseconds(value) }

/// What is computed from spans and lanes.
final class TimelineTests: XCTestCase {
  private let timeline = Timeline(lanes: [
    Lane(
      "a", spans: [Span(.work, from: ms(0), to: ms(5)), Span(.wait, from: ms(5), to: ms(20))],
      departure: ms(20)),
    Lane(
      "b", arrival: ms(2),
      spans: [
        Span(.queue, from: ms(2), to: ms(5)), Span(.work, from: ms(5), to: ms(10)),
        Span(.wait, from: ms(10), to: ms(40)),
      ],
      departure: ms(40)),
    Lane("c", arrival: ms(50)),
  ])

  func testResponseTimesCountFromArrival() {
    XCTAssertEqual(timeline.responseTimes, [ms(20), ms(38)])
    XCTAssertEqual(timeline.meanResponseTime, ms(29))
    XCTAssertNil(timeline.lanes[2].responseTime)
  }

  func testOwnTimeLeavesTheQueueOut() {
    XCTAssertEqual(timeline.lanes[1].ownTime, ms(35))
    XCTAssertEqual(timeline.lanes[1].time(in: .queue), ms(3))
  }

  func testTheMakespanReachesFromFirstArrivalToLastDeparture() {
    XCTAssertEqual(timeline.makespan, ms(40))
    XCTAssertEqual(timeline.end, ms(50))
    XCTAssertEqual(Timeline().makespan, .zero)
    XCTAssertEqual(Timeline().meanResponseTime, .zero)
  }

  func testPeakConcurrencyCountsOverlapsAndNotTouches() {
    XCTAssertEqual(timeline.peakConcurrency(of: .wait), 2)
    XCTAssertEqual(timeline.peakConcurrency(of: .work), 1)
    XCTAssertEqual(timeline.peakConcurrency(of: .block), 0)
  }

  func testSpansOverlapOnlyWithMoreThanAnInstant() {
    XCTAssertFalse(Span(.work, from: ms(0), to: ms(5)).overlaps(Span(.work, from: ms(5), to: ms(10))))
    XCTAssertTrue(Span(.work, from: ms(0), to: ms(6)).overlaps(Span(.work, from: ms(5), to: ms(10))))
  }

  func testSpansOfAKindComeInOrderOfTime() {
    XCTAssertEqual(timeline.spans(.wait).map(\.lane), [0, 1])
    XCTAssertEqual(timeline.spans(.wait).map(\.span.start), [ms(5), ms(10)])
  }
}
