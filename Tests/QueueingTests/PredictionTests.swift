import Queueing
import Workload
import XCTest

/// The closed forms, against examples worked out by hand.
final class PredictionTests: XCTestCase {
  func testServedInTurnTheThirdAnswersAfterFiveTimesItsOwnTime() {
    XCTAssertEqual(
      Prediction.serialResponseTimes(of: Samples.three),
      [.milliseconds(200), .milliseconds(400), .milliseconds(500)])
  }

  func testInTurnAGapBetweenArrivalsIsIdle() {
    let late = Samples.three[0].arriving(at: .seconds(1))
    XCTAssertEqual(
      Prediction.serialResponseTimes(of: [Samples.three[2], late]),
      [.milliseconds(100), .milliseconds(200)])
  }

  func testOnOneLoopOnlyWorkTakesTurns() {
    XCTAssertEqual(
      Prediction.eventLoopResponseTimes(of: Samples.three),
      [.milliseconds(200), .milliseconds(205), .milliseconds(110)])
  }

  func testWithoutWaitingOneLoopIsAServerInTurn() {
    let requests = Samples.computing(8)
    XCTAssertEqual(
      Prediction.eventLoopResponseTimes(of: requests), Prediction.serialResponseTimes(of: requests))
  }

  func testNoScheduleBeatsTheWorkOrTheLongestRequest() {
    for count in [1, 2, 5, 40] {
      let requests = Array(repeating: Samples.three[0].scaled(by: 0.25), count: count)
      let last = Prediction.eventLoopResponseTimes(of: requests).max()!
      XCTAssertGreaterThanOrEqual(last, requests.reduce(.zero) { $0 + $1.work })
      XCTAssertGreaterThanOrEqual(last, requests[0].ownTime)
    }
  }
}
