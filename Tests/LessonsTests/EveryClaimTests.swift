import Console
import EventLoop
import Figures
import LessonKit
import Report
import XCTest

@testable import CoreUsage
@testable import ScalabilityVersusSpeed
@testable import SerialVersusAsync
@testable import ThreadsVersusAsync

/// What a lesson's claims are: the list that the lectures give, held against the lessons without running anything.
struct ExpectedClaim {
  var id: String
  /// When the lecture makes it.
  var at: String
  /// What it measures in virtual time, worked out by hand from the scenario; `nil` where it is about real time only, or where a
  /// test of its own states the value.
  var exact: ClosedRange<Double>?
  var verdict = Verdict.holds

  init(_ id: String, _ at: String, _ exact: Double, _ verdict: Verdict = .holds) {
    self.init(id, at, exact...exact, verdict)
  }

  init(_ id: String, _ at: String, _ exact: ClosedRange<Double>? = nil, _ verdict: Verdict = .holds) {
    self.id = id
    self.at = at
    self.exact = exact
    self.verdict = verdict
  }
}

/// Every claim of every lesson: exact in virtual time, bounded in real time.
final class EveryClaimTests: XCTestCase {
  /// The lessons with the claims of their lectures.
  private static var lessons: [(lesson: any Lesson.Type, claims: [ExpectedClaim])] {
    [
      (SerialVersusAsync.self, ExpectedClaim.serialVersusAsync),
      (ScalabilityVersusSpeed.self, ExpectedClaim.scalabilityVersusSpeed),
      (ThreadsVersusAsync.self, ExpectedClaim.threadsVersusAsync),
      (CoreUsage.self, ExpectedClaim.coreUsage),
    ]
  }

  func testTheListIsThatOfTheLecture() {
    for (lesson, expected) in Self.lessons {
      let claims = lesson.claims
      XCTAssertEqual(claims.map { "\($0.at) \($0.id)" }, expected.map { "\($0.at) \($0.id)" })
      XCTAssertTrue(claims.allSatisfy { $0.lecture == lesson.entry.lecture && !$0.statement.isEmpty })
    }
  }

  func testInVirtualTimeEveryClaimHasItsExactValue() throws {
    for (lesson, expected) in Self.lessons {
      let report = try lesson.report(time: .virtual)
      XCTAssertEqual(report.claims.map(\.id), expected.map(\.id))
      let pictures = report.parts.flatMap(\.pictures).map(\.id)
      XCTAssertEqual(Set(pictures).count, pictures.count, "ids that name two figures: \(pictures)")
      for (claim, expected) in zip(report.claims, expected) {
        XCTAssertEqual(claim.verdict, expected.verdict, "\(claim.id): \(claim.because)")
        if let exact = expected.exact {
          let measured = try XCTUnwrap(claim.measured, claim.id)
          XCTAssertGreaterThanOrEqual(measured, exact.lowerBound - 1e-6, claim.id)
          XCTAssertLessThanOrEqual(measured, exact.upperBound + 1e-6, claim.id)
        }
        guard claim.verdict != .notMeasured else { continue }
        XCTAssertFalse(claim.bound.min == nil && claim.bound.max == nil, "\(claim.id) has no bound")
        XCTAssertTrue(claim.because.hasSuffix("."), "\(claim.id): \(claim.because)")
      }
    }
  }

  func testInVirtualTimeTheReportIsTheSameEveryTime() throws {
    for (lesson, _) in Self.lessons {
      XCTAssertEqual(try lesson.report(time: .virtual).claims, try lesson.report(time: .virtual).claims)
    }
  }

  /// In real time a claim may be left open because the machine was busy, never contradicted.
  func testInRealTimeNoClaimFails() throws {
    for (lesson, expected) in Self.lessons {
      let report = try lesson.report(time: .real())
      // In real time there may be more, from what is not there on every machine: Python, a database.
      XCTAssertEqual(report.claims.map(\.id).filter { !$0.contains("/") }, expected.map(\.id))
      for claim in report.claims {
        XCTAssertNotEqual(
          claim.verdict, .fails, "\(claim.id): \(claim.measured ?? .nan) \(claim.unit), \(claim.because)")
      }
    }
  }
}
