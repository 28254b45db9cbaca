import Console
import LessonKit
import Processes
import TestSupport
import XCTest

@testable import Workbook

/// `lessons claims`, with shell scripts for the lesson.
final class ClaimsCommandTests: XCTestCase {
  func testPrintsTheClaimsAndFailsIfOneFails() throws {
    for (verdict, status) in [("holds", Int32(0)), ("corrected", 0), ("not measured", 0), ("fails", 1)] {
      let checkout = try lesson("cat <<'END'\n\(SampleReport.json(verdict: verdict))\nEND\nexit \(status)")
      let launched = try Launched.run("claims", in: checkout.root, environment: path(checkout))
      XCTAssertEqual(launched.status, status, verdict)
      XCTAssertTrue(launched.output.hasPrefix("serial-vs-async · lecture a-lecture\n"), launched.output)
      XCTAssertTrue(launched.output.contains("\n00:41  It waits. "), launched.output)
      XCTAssertTrue(launched.output.contains(verdict), launched.output)
    }
  }

  func testPrintsJSONAndAsksTheLessonForTheTime() throws {
    let checkout = try lesson(
      "case \"$*\" in '--json --time virtual --report '*/.lessons/reports/*) ;; *) exit 64 ;; esac\ncat <<'END'\n\(SampleReport.json(verdict: "holds"))\nEND"
    )
    let launched = try Launched.run(
      "claims", "1", "--json", "--time", "virtual", in: checkout.root, environment: path(checkout))
    XCTAssertEqual(launched.status, 0, launched.errors)
    let claims = try JSONDecoder().decode(ClaimCollection.self, from: Data(launched.output.utf8))
    XCTAssertEqual(claims.version, 1)
    XCTAssertEqual(claims.claims.map(\.lesson), ["serial-vs-async"])
    XCTAssertEqual(claims.claims.map(\.measured), [1.25])
    XCTAssertEqual(claims.claims.map(\.bound), [Bound(max: 2)])
  }

  func testALessonThatCrashesIsNamedAndItsMessagesAreShown() throws {
    let checkout = try lesson("echo trouble >&2; kill -11 $$")
    let launched = try Launched.run("claims", in: checkout.root, environment: path(checkout))
    XCTAssertEqual(launched.status, 69)
    XCTAssertEqual(launched.output, "")
    XCTAssertTrue(
      launched.errors.hasPrefix("trouble\nlessons: serial-vs-async was ended by signal 11 ("), launched.errors
    )
  }

  func testAnInterruptionEndsTheLessonAndAllThatItStarted() throws {
    let checkout = try lesson("(echo started; sleep 30; echo survived) > fifo & wait")
    let fifo = checkout.root.appendingPathComponent("fifo").path
    XCTAssertEqual(mkfifo(fifo, 0o600), 0)
    let reader = open(fifo, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let process = try Launched.program(["claims"], in: checkout.root, environment: path(checkout)).start()
    XCTAssertEqual(next(reader), "started\n")
    kill(process.id, SIGINT)
    let outcome = process.waitUntilEnd()
    XCTAssertEqual(outcome.end, .signalled(SIGINT))
    // The pipe is closed as soon as the last of the lesson's processes is gone, and 'survived' if they are not.
    XCTAssertEqual(next(reader), "")
    XCTAssertEqual(outcome.errors, "")
  }

  private func lesson(_ script: String) throws -> TemporaryCheckout {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.program(script)
    try checkout.program("exit 1", at: "bin/swift")
    try checkout.settle()
    return checkout
  }

  /// A toolchain is there and need not do anything.
  private func path(_ checkout: TemporaryCheckout) -> [String: String] {
    ["PATH": "\(checkout.root.path)/bin:/usr/bin:/bin"]
  }

  /// What comes next through a pipe: a text, or an empty one at its end.
  private func next(_ file: Int32) -> String {
    var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 60_000) == 1 else { return "nothing within a minute" }
    var buffer = [UInt8](repeating: 0, count: 1000)
    let count = read(file, &buffer, buffer.count)
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }
}
