import Foundation
import LessonKit
import TestSupport
import XCTest

/// The lesson's executable, run as a process: text and exit statuses.
final class ExecutableTests: XCTestCase {
  private func lesson() throws -> Executable { try Executable("threads-vs-async") }

  func testInVirtualTimeTheOutputIsTheSameTwiceAndFitsItsWidth() throws {
    for width in [60, 80, 140] {
      let outcome = try lesson().run("--time", "virtual", "--width", "\(width)")
      XCTAssertEqual(outcome.status, 0)
      XCTAssertEqual(outcome.errors, "")
      XCTAssertTrue(outcome.output.hasSuffix("\n13 claims: 10 hold, 3 not measured.\n"), outcome.output)
      XCTAssertEqual(try lesson().run("--time", "virtual", "--width", "\(width)").output, outcome.output)
      for line in outcome.output.split(separator: "\n") {
        XCTAssertLessThanOrEqual(line.count, width, "\(line)")
      }
    }
  }

  func testInVirtualTimeNothingIsShownThatIsThisMachines() throws {
    let output = try lesson().run("--time", "virtual").output
    for word in ["MiB", "KiB", "on this machine"] { XCTAssertFalse(output.contains(word), word) }
    XCTAssertTrue(output.contains("about real time only"))
  }

  func testAKnobOfAnotherLessonIsNamedAsSuch() throws {
    let outcome = try lesson().run("--wait", "5")
    XCTAssertEqual(outcome.status, 64)
    XCTAssertEqual(
      outcome.errors,
      "threads-vs-async: lesson 3 has no knob --wait\n  Its knobs are --requests, --blocking, --threads.\n")
  }

  func testTheTraceSaysThatItIsExact() throws {
    let outcome = try lesson().run("--trace", "--width", "100")
    XCTAssertEqual(outcome.status, 0)
    XCTAssertTrue(outcome.output.contains("virtual time: exact"))
    XCTAssertFalse(outcome.output.contains("real time, on this machine"))
    XCTAssertEqual(try lesson().run("--trace", "--time", "virtual", "--width", "100").output, outcome.output)
    let refused = try lesson().run("--trace", "--time", "real")
    XCTAssertEqual(refused.status, 64)
    XCTAssertTrue(refused.errors.contains("virtual time"), refused.errors)
  }
}
