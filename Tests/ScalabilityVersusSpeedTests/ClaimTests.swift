import EventLoop
import LessonKit
import Serving
import XCTest

@testable import ScalabilityVersusSpeed

/// Every claim of the lecture, exact in virtual time and bounded in real time.
final class ClaimTests: XCTestCase {
  private let page = Page.usual
  private let time = Laboratory.objective.responseTime

  /// What each claim has to measure in virtual time, by the formula that stands beside it and not by what the program prints.
  private var exact: [(id: String, at: String, least: Double, most: Double)] {
    // One at a time, n users wait n pages; ten times as fast, 24 wait 24 pages of 10.04 ms.
    let serial = (time / page.ownTime).rounded(.down)
    let faster = (time / (page.ownTime / 10)).rounded(.down)
    // Little's law where the thread is never idle: n users wait n times the work.
    let loop = (time / page.work).rounded(.down)
    // Twenty have no thread, and try a hundred times a second; each attempt may wait for half a page of 200 others.
    let attempts = (least: 20 * (1000.0 / (10 + 200 * 0.2)).rounded(.down), most: 20 * 100.0)
    func exactly(_ id: String, _ at: String, _ value: Double) -> (String, String, Double, Double) {
      (id, at, value, value)
    }
    return [
      exactly("scalability-is-not-speed", "00:10", 200 / serial),
      exactly("faster-scales-too", "00:26", faster / serial),
      ("capacity-until-it-degrades", "00:35", 0.98 * loop, loop),
      exactly("there-is-a-knee", "01:00", 3),
      // Over one second, at 250 ms each.
      ("how-many-at-one-time", "01:05", 1 - 0.25, 1 + 0.25),
      exactly("one-request-not-faster", "01:15", 1),
      ("a-hundred-times-the-users", "01:29", 0.98 * loop / serial, loop / serial),
      exactly("on-the-same-hardware", "01:38", 1),
      exactly("several-ways", "01:46", 2),
      exactly("degrading-is-slow", "00:47", serial + 1),
      exactly("degrading-is-timing-out", "00:54", 100),
      ("degrading-is-refusing", "00:58", attempts.least, attempts.most),
    ]
  }

  func testInVirtualTimeEveryClaimHoldsWithTheValueOfItsFormula() throws {
    let report = try ScalabilityVersusSpeed.report(time: .virtual)
    XCTAssertEqual(report.claims.map(\.id), exact.map(\.id))
    for (claim, expected) in zip(report.claims, exact) {
      XCTAssertEqual(claim.at, expected.at, claim.id)
      XCTAssertEqual(claim.verdict, .holds, "\(claim.id): \(claim.because)")
      let measured = try XCTUnwrap(claim.measured, claim.id)
      XCTAssertGreaterThanOrEqual(measured, expected.least - 1e-9, claim.id)
      XCTAssertLessThanOrEqual(measured, expected.most + 1e-9, claim.id)
      XCTAssertEqual(claim.lecture, "async-for-scalability")
      XCTAssertFalse(claim.because.isEmpty, claim.id)
    }
  }

  func testTheReportIsTheSameEveryTime() throws {
    XCTAssertEqual(
      try ScalabilityVersusSpeed.report(time: .virtual), try ScalabilityVersusSpeed.report(time: .virtual))
  }

  /// In real time a claim may be left open because the machine was busy, never contradicted.
  func testInRealTimeNoClaimFails() throws {
    let report = try ScalabilityVersusSpeed.report(time: .real())
    XCTAssertEqual(report.claims.map(\.at), exact.map(\.at))
    for claim in report.claims {
      XCTAssertNotEqual(
        claim.verdict, .fails, "\(claim.id): \(claim.measured ?? .nan) \(claim.unit), \(claim.because)")
    }
  }
}
