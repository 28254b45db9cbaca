import Foundation
import Processes
import TestSupport
import XCTest

/// A program that is interrupted dies of that very signal, so that a loop of the shell ends too; before that it gives the terminal
/// back.
final class InterruptionTests: XCTestCase {
  private static let environment = ["LANG": "en_US.UTF-8", "TERM": "xterm"]

  func testAPictureLeavesTheTerminalAsItWas() throws {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      let terminal = try PseudoTerminal()
      let lesson = try Executable("serial-vs-async")
        .program(["--slow", "100"], environment: Self.environment, at: terminal.path).start()
      XCTAssertTrue(terminal.waits(for: "\u{1B}[?25l"), "the cursor is hidden while something is drawn")
      kill(lesson.id, signal)
      XCTAssertTrue(terminal.waits(for: "\u{1B}[0m\u{1B}[?25h\r\n"))
      XCTAssertEqual(lesson.waitUntilEnd().end, .signalled(signal))
    }
  }

  func testALessonThatIsSuspendedGivesTheTerminalBackMeanwhile() throws {
    let terminal = try PseudoTerminal()
    let lesson = try Executable("serial-vs-async")
      .program(["--slow", "100"], environment: Self.environment, at: terminal.path).start()
    XCTAssertTrue(terminal.waits(for: "\u{1B}[?25l"), "the cursor is hidden while something is drawn")
    kill(lesson.id, SIGTSTP)
    XCTAssertTrue(terminal.waits(for: "\u{1B}[?7h\u{1B}[0m\u{1B}[?25h\r\n"))
    // The terminal is given back a moment before the lesson stops, and before that there is nothing to continue.
    XCTAssertTrue(
      terminal.waits(for: "\u{1B}[H\u{1B}[2J", doing: { kill(lesson.id, SIGCONT) }),
      "what was there may be gone: all is drawn afresh")
    XCTAssertTrue(terminal.waits(for: "\u{1B}[?25l"))
    kill(lesson.id, SIGTERM)
    XCTAssertEqual(lesson.waitUntilEnd().end, .signalled(SIGTERM))
  }

  func testASignalThatIsIgnoredFromTheBeginningStaysSo() throws {
    let lesson = try Executable("serial-vs-async")
    var program = Program(
      "/bin/sh", ["-c", #"trap '' HUP; exec "$0" --slow 100"#, lesson.path], timeLimit: .seconds(60))
    program.environment = Self.environment
    let process = try program.start()
    XCTAssertNotNil(process.firstLine())
    kill(process.id, SIGHUP)
    kill(process.id, SIGTERM)
    // Of two signals that are pending the lower number would come first.
    XCTAssertEqual(process.waitUntilEnd().end, .signalled(SIGTERM))
  }
}
