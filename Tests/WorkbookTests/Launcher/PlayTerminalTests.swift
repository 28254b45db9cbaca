import Processes
import TestSupport
import XCTest

/// A game on a terminal: keys one by one, and a clean terminal however it ends.
final class PlayTerminalTests: XCTestCase {
  func testAGameIsPlayedByKeysAndGivesTheTerminalBack() throws {
    for (ending, end) in [
      ("q", ChildProcess.End.exited(0)), ("SIGINT", .signalled(SIGINT)), ("SIGTERM", .signalled(SIGTERM)),
    ] {
      let terminal = try PseudoTerminal()
      let before = terminal.flags
      let game = try Executable("play").program(
        ["loop"], environment: ["TERM": "xterm", "LANG": "C.UTF-8"], at: terminal.path
      ).start()
      XCTAssertTrue(terminal.waits(for: "Who runs next: 1, 2 or 3?"))
      XCTAssertNotEqual(terminal.flags, before, "keys come one by one")
      // Typed at once, and none of them gets lost.
      terminal.type("123ww3")
      XCTAssertTrue(terminal.waits(for: "Until which of them is ready:"))
      XCTAssertTrue(
        terminal.waits(for: "Request 3 works for 5 ms and then waits for the courses until 105 ms."))
      terminal.type("u")
      XCTAssertTrue(terminal.waits(for: "Taken back. Choose again."))
      switch ending {
      case "q": terminal.type("q")
      case "SIGINT": kill(game.id, SIGINT)
      default: kill(game.id, SIGTERM)
      }
      XCTAssertTrue(terminal.waits(for: "\u{1B}[?25h\u{1B}[?1049l"), ending)
      if ending == "q" { XCTAssertTrue(terminal.waits(for: "play loop three --keys 123ww3u")) }
      XCTAssertEqual(game.waitUntilEnd().end, end, ending)
      XCTAssertEqual(terminal.flags, before, ending)
    }
  }
}
