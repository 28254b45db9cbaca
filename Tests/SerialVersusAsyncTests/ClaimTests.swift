import EventLoop
import LessonKit
import XCTest

@testable import SerialVersusAsync

/// Every claim of the lecture, exact in virtual time and bounded in real time.
final class ClaimTests: XCTestCase {
  /// What each claim measures in virtual time; worked out by hand from the scenario.
  private let exact: [(id: String, at: String, measured: Double)] = [
    ("overlap-only-while-waiting", "00:05", 0),
    ("own-time-stays", "00:10", 1),
    ("response-times-fall", "00:14", 515.0 / 1100),
    ("request-1-as-before", "00:26", 1),
    ("request-2-gets-shorter", "00:34", 205.0 / 400),
    ("request-3-takes-its-own-time", "00:41", 1.1),
    ("no-perfect-concurrency", "00:52", 1),
    ("framework-code-takes-turns", "01:02", 15),
    ("mostly-waiting", "01:07", 91),
    ("same-operation", "01:15", 0),
    ("only-keywords-change", "01:21", 0),
    ("thread-is-freed", "01:27", 5),
    ("picked-up-at-once", "01:39", 0),
    ("scalability-comes-from-waiting", "01:54", 160 / 11.5),
    ("threads-do-it-too", "02:00", 1.1),
  ]

  func testInVirtualTimeEveryClaimHoldsWithItsExactValue() throws {
    let report = try SerialVersusAsync.report(time: .virtual)
    XCTAssertEqual(report.claims.map(\.id), exact.map(\.id))
    for (claim, expected) in zip(report.claims, exact) {
      XCTAssertEqual(claim.at, expected.at, claim.id)
      XCTAssertEqual(claim.verdict, .holds, "\(claim.id): \(claim.because)")
      XCTAssertEqual(try XCTUnwrap(claim.measured), expected.measured, accuracy: 1e-6, claim.id)
    }
  }

  func testTheReportIsTheSameEveryTime() throws {
    XCTAssertEqual(
      try SerialVersusAsync.report(time: .virtual), try SerialVersusAsync.report(time: .virtual))
  }

  /// In real time a claim may be left open because the machine was busy, never contradicted.
  func testInRealTimeNoClaimFails() throws {
    let report = try SerialVersusAsync.report(time: .real())
    XCTAssertEqual(report.claims.map(\.at), exact.map(\.at))
    for claim in report.claims {
      XCTAssertNotEqual(
        claim.verdict, .fails, "\(claim.id): \(claim.measured ?? .nan) \(claim.unit), \(claim.because)")
    }
  }

  func testEveryClaimIsOfTheLessonsLectureAndSaysWhy() throws {
    for claim in try SerialVersusAsync.report(time: .virtual).claims {
      XCTAssertEqual(claim.lecture, "visualizing-an-asynchronous-request")
      XCTAssertFalse(claim.because.isEmpty, claim.id)
      XCTAssertFalse(claim.bound.min == nil && claim.bound.max == nil, "\(claim.id) has no bound")
    }
  }
}
