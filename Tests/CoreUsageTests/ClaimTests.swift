import EventLoop
import LessonKit
import Report
import XCTest

@testable import CoreUsage

/// Every claim of the lecture: exact in virtual time, where that can say anything, and never contradicted in real time.
final class ClaimTests: XCTestCase {
  /// What each claim measures in virtual time, worked out by hand; `nil` for what needs real cores.
  private let exact: [(id: String, at: String, verdict: Verdict, measured: Double?)] = [
    ("two-reasons", "00:04", .holds, 16),
    ("single-thread-flattened", "00:15", .corrected, 8.20911240),
    ("many-cores", "00:32", .notMeasured, nil),
    ("one-of-twelve", "00:44", .holds, 100.0 / 12),
    ("the-lock", "00:57", .notMeasured, nil),
    ("one-thread-does-not-help", "01:00", .holds, 1),
    ("multiprocessing", "01:04", .notMeasured, nil),
    ("concurrent-code", "01:14", .notMeasured, nil),
    ("more-at-the-same-time", "01:21", .holds, 16),
    ("a-scrape-gains", "01:28", .holds, 376.0 / 64),
    ("picked-up-almost-instantly", "01:35", .holds, 0),
    ("more-from-the-same-server", "01:52", .holds, 32 * 40 / 55.5),
  ]

  /// The claims that are about several cores at once.
  private let parallel: Set = ["00:32", "00:57", "01:04", "01:14"]

  func testInVirtualTimeEveryClaimHasItsExactValueOrNamesWhatIsMissing() throws {
    let report = try CoreUsage.report(time: .virtual)
    XCTAssertEqual(report.claims.map(\.id), exact.map(\.id))
    for (claim, expected) in zip(report.claims, exact) {
      XCTAssertEqual(claim.at, expected.at, claim.id)
      XCTAssertEqual(claim.verdict, expected.verdict, "\(claim.id): \(claim.because)")
      if let measured = expected.measured {
        XCTAssertEqual(try XCTUnwrap(claim.measured), measured, accuracy: 1e-6, claim.id)
      } else {
        XCTAssertNil(claim.measured, claim.id)
        XCTAssertTrue(claim.because.contains("virtual time has no cores"), claim.because)
      }
    }
  }

  func testTheReportIsTheSameEveryTime() throws {
    XCTAssertEqual(try CoreUsage.report(time: .virtual), try CoreUsage.report(time: .virtual))
  }

  func testEveryClaimIsOfTheLessonsLectureAndSaysWhy() throws {
    for claim in try CoreUsage.report(time: .virtual).claims {
      XCTAssertEqual(claim.lecture, "review-why-async")
      XCTAssertFalse(claim.because.isEmpty, claim.id)
      XCTAssertTrue(
        claim.verdict == .notMeasured || claim.bound.min != nil || claim.bound.max != nil,
        "\(claim.id) has no bound")
    }
  }

  /// In real time a claim may be left open, because the machine was busy, has one core or no Python; never contradicted.
  func testInRealTimeNoClaimFails() throws {
    let report = try CoreUsage.report(time: .real())
    XCTAssertEqual(report.claims.map(\.at), exact.map(\.at))
    assertNoneFails(report)
  }

  func testOnOneCoreTheParallelClaimsAreNotMeasuredAndSaySo() throws {
    let report = try CoreUsage.report(time: .real(), options: ["--cores", "1"])
    XCTAssertEqual(report.claims.map(\.at), exact.map(\.at))
    assertNoneFails(report)
    for claim in report.claims where parallel.contains(claim.at) {
      XCTAssertEqual(claim.verdict, .notMeasured, claim.id)
      XCTAssertTrue(claim.because.contains("one core only"), claim.because)
    }
    // What needs no second core is measured, unless others use this one.
    for claim in report.claims where ["00:15", "01:21", "01:28", "01:52"].contains(claim.at) {
      XCTAssertFalse(claim.because.contains("one core only"), claim.because)
      XCTAssertTrue(claim.verdict != .notMeasured || claim.because.contains("busy"), claim.because)
    }
  }

  func testOptionsThatMakeNoSenseAreComplainedOf() {
    for words in [
      ["--cores", "0"], ["--cores", "two"], ["--parallel-share", "100"], ["--parallel-share", "-1"],
    ] {
      XCTAssertThrowsError(try CoreUsage.report(time: .virtual, options: words)) { error in
        XCTAssertEqual((error as? Complaint)?.status, .usage, "\(words)")
      }
    }
  }

  private func assertNoneFails(_ report: Report) {
    for claim in report.claims {
      XCTAssertNotEqual(
        claim.verdict, .fails, "\(claim.id): \(claim.measured ?? .nan) \(claim.unit), \(claim.because)")
    }
  }
}
