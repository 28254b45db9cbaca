import Workload
import XCTest

@testable import SerialVersusAsync

/// The requests are what the lecture describes.
final class ThreeRequestsTests: XCTestCase {
  func testTheThreeRequestsAreThoseOfTheLecture() {
    let requests = ThreeRequests.atOnce
    XCTAssertEqual(requests.map(\.ownTime), [.milliseconds(200), .milliseconds(200), .milliseconds(100)])
    XCTAssertEqual(requests[0].steps, requests[1].steps)
    XCTAssertTrue(requests.allSatisfy { $0.waitingShare > 0.8 })
    for request in requests {
      XCTAssertEqual(request.steps.map(\.kind), [.work, .wait, .work, .wait, .work])
      XCTAssertLessThan(request.duration(of: "user"), request.duration(of: "courses"))
    }
  }

  func testTheSecondRequestArrivesDuringTheFirstDatabaseCallOfTheFirst() {
    let requests = ThreeRequests.oneByOne
    let call =
      requests[0].duration(
        of: "receive")...(requests[0].duration(of: "receive") + requests[0].duration(of: "user"))
    XCTAssertTrue(call.contains(requests[1].arrival))
    XCTAssertGreaterThan(requests[2].arrival, requests[1].arrival)
  }

  func testAStepThatARequestDoesNotHaveTakesNoTime() {
    XCTAssertEqual(ThreeRequests.atOnce[0].duration(of: "payment"), .zero)
  }

  func testAlikeRequestsKeepTheirOwnTimeAndWaitTheirShare() {
    for share in [0, 0.5, 0.99, 1] {
      let request = Ceiling.alike(3, waitingShare: share)[1]
      XCTAssertEqual(request.ownTime / .milliseconds(10), 1, accuracy: 1e-9)
      XCTAssertEqual(request.waitingShare, share, accuracy: 1e-9)
    }
  }
}
