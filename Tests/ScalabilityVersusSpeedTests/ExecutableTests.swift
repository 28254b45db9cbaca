import Foundation
import LessonKit
import Serving
import TestSupport
import XCTest

@testable import ScalabilityVersusSpeed

/// The lesson's executable, run as a process: text and exit statuses.
final class ExecutableTests: XCTestCase {
  private func lesson() throws -> Executable { try Executable("scalability-vs-speed") }

  func testInVirtualTimeTheOutputIsTheSameTwiceAndFitsItsWidth() throws {
    for width in [60, 80, 140] {
      let outcome = try lesson().run("--time", "virtual", "--width", "\(width)")
      XCTAssertEqual(outcome.status, 0)
      XCTAssertEqual(outcome.errors, "")
      XCTAssertTrue(
        outcome.output.hasSuffix("\n12 claims: 10 hold, 1 corrected, 1 not measured.\n"), outcome.output)
      if width == 80 {
        XCTAssertEqual(try lesson().run("--time", "virtual", "--width", "\(width)").output, outcome.output)
      }
      XCTAssertFalse(outcome.output.contains("\u{1B}"))
      for line in outcome.output.split(separator: "\n") {
        XCTAssertLessThanOrEqual(line.count, width, "\(line)")
      }
    }
  }

  func testAPortInUseIsNamedWithStatus69() throws {
    let server = try Discipline.eventLoop.serve(.usual)
    defer { server.stop() }
    let outcome = try lesson().run("--serve", "threads", "--port", "\(server.port)")
    XCTAssertEqual(outcome.status, 69)
    XCTAssertEqual(outcome.output, "")
    XCTAssertTrue(
      outcome.errors.hasPrefix("scalability-vs-speed: port \(server.port) is already in use\n"),
      outcome.errors)
  }

  func testWrongUsageIsAnsweredOnStandardError() throws {
    for (words, errors) in [
      (["--serve", "thread"], "there is no server 'thread'"), (["--port", "80"], "--port goes with --serve"),
      (
        ["--serve", "threads", "--users", "3"], "of the knobs, --serve takes --wait alone: leave out --users"
      ),
      (["--serve", "threads", "--port", "x"], "--port takes a whole number from 0 to 65535, not 'x'"),
    ] {
      let outcome = try lesson().run(words)
      XCTAssertEqual(outcome.status, 64, "\(words)")
      XCTAssertEqual(outcome.output, "", "\(words)")
      XCTAssertTrue(outcome.errors.hasPrefix("scalability-vs-speed: \(errors)\n"), outcome.errors)
    }
  }
}
