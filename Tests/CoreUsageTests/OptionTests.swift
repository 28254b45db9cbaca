import Console
import EventLoop
import LessonKit
import Report
import XCTest

@testable import CoreUsage

/// The options that the lesson has of its own.
final class OptionTests: XCTestCase {
  func testOptionsThatMakeNoSenseAreComplainedOf() {
    for words in [
      ["--cores", "0"], ["--cores", "two"], ["--parallel-share", "100"], ["--parallel-share", "-1"],
    ] {
      XCTAssertThrowsError(try CoreUsage.report(time: .virtual, options: words)) { error in
        XCTAssertEqual((error as? Complaint)?.status, .usage, "\(words)")
      }
    }
  }

  /// What needs no second core is measured all the same, unless other programs use this one.
  func testOnOneCoreTheClaimsAboutSeveralAreNotMeasuredAndSaySo() throws {
    let report = try CoreUsage.report(time: .real(), options: ["--cores", "1"])
    for claim in report.claims {
      let isAboutSeveral = ["00:32", "00:57", "01:04", "01:14"].contains(claim.at)
      XCTAssertEqual(claim.because.contains("--cores 1 was asked for"), isAboutSeveral, claim.because)
      XCTAssertNotEqual(claim.verdict, .fails, claim.because)
      if isAboutSeveral { XCTAssertEqual(claim.verdict, .notMeasured, claim.id) }
    }
  }
}
