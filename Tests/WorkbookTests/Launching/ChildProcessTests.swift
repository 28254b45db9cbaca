import LessonKit
import XCTest

@testable import Workbook

final class ChildProcessTests: XCTestCase {
  func testKeepsWhatIsWrittenAndHowItEnded() throws {
    for (script, end, output, errors) in [
      ("echo out; echo err >&2", ChildProcess.End.exited(0), "out\n", "err\n"),
      ("exit 3", .exited(3), "", ""),
      ("printf abc; kill -9 $$", .signalled(9), "abc", ""),
      ("cat", .exited(0), "", ""),
    ] {
      let outcome = try XCTUnwrap(try shell(script).run())
      XCTAssertEqual(outcome, ChildProcess.Outcome(end: end, output: output, errors: errors), script)
    }
  }

  func testReadsMoreThanAPipeHoldsAndKeepsNoMoreThanItsLimit() throws {
    let script = "head -c 1000000 /dev/zero | tr '\\0' x; head -c 1000000 /dev/zero | tr '\\0' y >&2"
    let outcome = try XCTUnwrap(try shell(script, limit: 700_000).run())
    XCTAssertEqual(outcome.end, .exited(0))
    XCTAssertEqual(outcome.output, String(repeating: "x", count: 700_000))
    XCTAssertEqual(outcome.errors.count, 700_000)
  }

  func testEndsAProgramThatTakesTooLong() throws {
    var child = shell("echo started; sleep 30 & sleep 30; echo survived")
    child.timeout = .milliseconds(200)
    let start = ContinuousClock.now
    let outcome = try XCTUnwrap(try child.run())
    XCTAssertEqual(outcome.end, .timedOut)
    XCTAssertEqual(outcome.output, "started\n")
    XCTAssertLessThan(start.duration(to: .now), .seconds(15))
  }

  func testAProgramThatCannotBeStartedIsNone() throws {
    XCTAssertNil(try ChildProcess(executable: "/nonexistent", arguments: []).run())
  }

  private func shell(_ script: String, limit: Int = 1 << 20) -> ChildProcess {
    ChildProcess(executable: "/bin/sh", arguments: ["-c", script], limit: limit)
  }
}
