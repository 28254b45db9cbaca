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

  func testTheLeastMakespanIsTheWorkOrTheLongestRequest() {
    XCTAssertEqual(Prediction.leastMakespan(of: Samples.three), .milliseconds(200))
    XCTAssertEqual(Prediction.leastMakespan(of: Samples.computing(8)), .milliseconds(80))
    XCTAssertEqual(Prediction.leastMakespan(of: []), .zero)
  }

  func testNoScheduleBeatsTheLeastMakespan() {
    for count in [1, 2, 5, 40] {
      let requests = Array(repeating: Samples.three[0].scaled(by: 0.25), count: count)
      let last = Prediction.eventLoopResponseTimes(of: requests).max()!
      XCTAssertGreaterThanOrEqual(last, Prediction.leastMakespan(of: requests))
    }
  }

  func testOneThreadAnswersOneOverTheWorkOfARequest() {
    XCTAssertEqual(Prediction.throughputLimit(workPerRequest: .milliseconds(5)), 200)
  }

  func testAmdahlsLaw() {
    let cases: [(share: Double, workers: Int, speedUp: Double)] = [
      (0, 64, 1), (1, 12, 12), (0.5, 1, 1), (0.8, 2, 1 / 0.6), (0.95, 8, 1 / (0.05 + 0.95 / 8)),
    ]
    for (share, workers, speedUp) in cases {
      XCTAssertEqual(
        Prediction.amdahlSpeedUp(parallelShare: share, workers: workers), speedUp, accuracy: 1e-12)
    }
  }

  func testAFifthOfTheTimeSavedIsAQuarterMoreSpeed() {
    XCTAssertEqual(Prediction.amdahlLimit(parallelShare: 0.15 + 0.05), 1.25, accuracy: 1e-12)
  }

  func testNoNumberOfWorkersBeatsAmdahlsLimit() {
    for share in [0.1, 0.5, 0.9, 0.99] {
      let limit = Prediction.amdahlLimit(parallelShare: share)
      XCTAssertLessThan(Prediction.amdahlSpeedUp(parallelShare: share, workers: 1_000_000), limit)
      XCTAssertEqual(
        Prediction.amdahlSpeedUp(parallelShare: share, workers: 1_000_000_000), limit, accuracy: 1e-3)
    }
    XCTAssertEqual(Prediction.amdahlLimit(parallelShare: 1), .infinity)
  }
}
