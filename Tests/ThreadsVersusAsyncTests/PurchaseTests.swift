import Queueing
import Workload
import XCTest

@testable import ThreadsVersusAsync

/// The purchase is what the second course's lecture describes.
final class PurchaseTests: XCTestCase {
  func testAPurchaseAsksTheDatabaseThenTheCardServiceThenTheDatabaseAgain() {
    let purchase = Purchase.request(1)
    XCTAssertEqual(purchase.steps.filter { $0.kind == .wait }.map(\.name), ["visitor", "charge", "record"])
    XCTAssertEqual(purchase.ownTime, .milliseconds(100))
    XCTAssertEqual(purchase.waitingShare, 0.95, accuracy: 1e-12)
    XCTAssertEqual(purchase.steps.first?.kind, .work)
    XCTAssertEqual(purchase.steps.last?.kind, .work)
  }

  func testAllAreAlikeAndArriveAtTheInterval() {
    let purchases = Purchase.requests(4, every: .milliseconds(10))
    XCTAssertEqual(Set(purchases.map(\.steps)).count, 1)
    XCTAssertEqual(purchases.map(\.arrival), [0, 10, 20, 30].map { .milliseconds($0) })
    XCTAssertEqual(Set(purchases.map(\.label)).count, 4)
  }

  func testOnOneLoopThreePurchasesTakeHardlyLongerThanOne() {
    XCTAssertEqual(
      Prediction.eventLoopResponseTimes(of: Purchase.requests(3)),
      [.milliseconds(100), .milliseconds(102), .milliseconds(104)])
  }

  func testNoneAreNone() {
    XCTAssertTrue(Purchase.requests(0).isEmpty)
  }
}
