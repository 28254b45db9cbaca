import Measurement
import XCTest

private func ms(_ value: Int) -> Duration { .milliseconds(value) }

/// A recorder turns begins and ends into lanes without gaps.
final class RecorderTests: XCTestCase {
  private func kinds(_ lane: Lane) -> [String] {
    lane.spans.map { "\($0.kind) \(Int($0.start.inMilliseconds))-\(Int($0.end.inMilliseconds))" }
  }

  func testGapsCountAsQueued() {
    let recorder = Recorder(lanes: [Lane("a", arrival: ms(10))])
    recorder.begin(.work, lane: 0, at: ms(15), thread: 7)
    recorder.end(lane: 0, at: ms(20))
    recorder.begin(.wait, lane: 0, at: ms(20), thread: 7)
    recorder.end(lane: 0, at: ms(50))
    recorder.begin(.work, lane: 0, at: ms(55), thread: 7)
    recorder.end(lane: 0, at: ms(60))
    recorder.depart(lane: 0, at: ms(60))
    let lane = recorder.timeline().lanes[0]
    XCTAssertEqual(kinds(lane), ["queue 10-15", "work 15-20", "wait 20-50", "queue 50-55", "work 55-60"])
    XCTAssertEqual(lane.responseTime, ms(50))
    XCTAssertEqual(lane.spans[1].thread, 7)
  }

  func testAPictureTakenMeanwhileShowsWhatIsGoingOn() {
    let recorder = Recorder(lanes: [Lane("a"), Lane("b"), Lane("c", arrival: ms(100))])
    recorder.begin(.wait, lane: 0, at: ms(5), thread: 1)
    let lanes = recorder.timeline(now: ms(30)).lanes
    XCTAssertEqual(lanes.map(kinds), [["queue 0-5", "wait 5-30"], ["queue 0-30"], []])
    XCTAssertNil(lanes[0].departure)
    XCTAssertEqual(kinds(recorder.timeline().lanes[0]), ["queue 0-5"])
  }

  func testCallsThatOverlapWithinALaneAreShownAsOne() {
    let recorder = Recorder(lanes: [Lane("a")])
    recorder.begin(.wait, lane: 0, at: ms(0), thread: 1)
    recorder.begin(.wait, lane: 0, at: ms(0), thread: 1)
    recorder.end(lane: 0, at: ms(10))
    recorder.end(lane: 0, at: ms(30))
    XCTAssertEqual(kinds(recorder.timeline().lanes[0]), ["wait 0-30"])
  }
}
