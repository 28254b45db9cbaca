import EventLoop
import LessonKit
import Report
import XCTest

@testable import ThreadsVersusAsync

/// Every claim of the lecture: exact in virtual time where threads are not the subject, and never contradicted in real time.
final class ClaimTests: XCTestCase {
  /// What each claim measures in virtual time, worked out by hand from the scenario; `nil` where the operating system is asked.
  private let exact: [(id: String, at: String, measured: Double?)] = [
    ("threads-would-work", "00:09", 100),
    ("least-resources", "00:02", nil),
    ("threads-cost-memory-and-switches", "00:19", nil),
    ("in-order-stacks-up", "00:27", 30),
    ("purchases-mostly-wait", "00:33", 95),
    ("next-is-picked-up", "01:06", 0),
    ("response-1-takes-its-waits", "01:12", 1),
    ("request-2-need-not-wait", "01:17", 90),
    ("second-adds-little", "01:32", 2),
    ("request-3-at-once", "01:37", 1.04),
    // 300 purchases of 10 ms in order, against 300 times half a millisecond of work: the thread is never idle.
    ("a-little-async-speeds-up", "01:45", 3000 / 150),
    ("a-single-thread", "01:53", 1),
    ("a-ton-of-requests", "01:59", 100_000),
  ]

  func testInVirtualTimeEveryClaimHoldsWithItsExactValue() throws {
    let report = try ThreadsVersusAsync.report(time: .virtual)
    XCTAssertEqual(report.claims.map(\.id), exact.map(\.id))
    for (claim, expected) in zip(report.claims, exact) {
      XCTAssertEqual(claim.at, expected.at, claim.id)
      XCTAssertEqual(claim.lecture, "async-for-scalability-dotnet")
      XCTAssertFalse(claim.because.isEmpty, claim.id)
      if let measured = expected.measured, claim.verdict != .notMeasured {
        XCTAssertEqual(claim.verdict, .holds, "\(claim.id): \(claim.because)")
        XCTAssertEqual(try XCTUnwrap(claim.measured), measured, accuracy: 1e-6, claim.id)
        XCTAssertFalse(claim.bound.min == nil && claim.bound.max == nil, "\(claim.id) has no bound")
      } else {
        XCTAssertNotEqual(claim.verdict, .fails, "\(claim.id): \(claim.because)")
      }
    }
    // What needs no other process has to be measured everywhere.
    let open = Set(report.claims.filter { $0.verdict == .notMeasured }.map(\.at))
    XCTAssertTrue(open.isSubset(of: ["00:02", "00:19", "01:53", "01:59"]), "not measured: \(open)")
  }

  func testInRealTimeNoClaimFails() throws {
    let report = try ThreadsVersusAsync.report(time: .real())
    XCTAssertEqual(report.claims.map(\.at), exact.map(\.at))
    for claim in report.claims {
      XCTAssertNotEqual(
        claim.verdict, .fails, "\(claim.id): \(claim.measured ?? .nan) \(claim.unit), \(claim.because)")
    }
  }

  func testTheTraceAloneJudgesNothingAndTellsEveryStep() throws {
    let report = try ThreadsVersusAsync.report(time: .virtual, options: ["--trace"])
    XCTAssertEqual(report.parts.map(\.id), ["trace"])
    XCTAssertTrue(report.claims.isEmpty)
  }
}
