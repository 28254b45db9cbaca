import Console
import XCTest

/// What can be shown, by options and environment. The tests' standard output is no terminal.
final class TerminalTests: XCTestCase {
  private func style(_ words: [String] = [], _ environment: [String: String]) throws -> TextStyle {
    try Terminal(try Arguments(words, options: Terminal.options), environment: environment).style
  }

  func testTheLocaleDecidesOnUnicode() throws {
    let cases: [([String: String], Bool)] = [
      (["LANG": "C"], true), (["LANG": "en_US.UTF-8"], false), (["LANG": "en_US.utf8"], false), ([:], false),
      (["LANG": "en_US.UTF-8", "LC_ALL": "C"], true), (["LANG": "C", "LC_ALL": "C.UTF-8"], false),
      (["LANG": "C", "LC_CTYPE": "de_DE.UTF-8"], false), (["LANG": "POSIX", "LC_ALL": ""], true),
    ]
    for (environment, isASCII) in cases {
      XCTAssertEqual(try style(environment).ascii, isASCII, "\(environment)")
    }
    XCTAssertTrue(try style(["--ascii"], ["LANG": "en_US.UTF-8"]).ascii)
  }

  private func style(_ environment: [String: String]) throws -> TextStyle { try style([], environment) }

  func testWhatIsNoTerminalHasNoColoursAndTheColumnsOfTheEnvironmentOrEighty() throws {
    let terminal = try Terminal(
      try Arguments([], options: []), environment: ["TERM": "xterm", "COLUMNS": "120"])
    XCTAssertEqual(terminal.style.width, 120)
    for columns in [[:], ["COLUMNS": ""], ["COLUMNS": "many"], ["COLUMNS": "0"]] {
      XCTAssertEqual(try style(columns).width, 80)
    }
    XCTAssertFalse(terminal.style.color)
    XCTAssertFalse(terminal.canRedraw)
    XCTAssertFalse(terminal.canAsk)
  }

  func testAWidthThatWasAskedForIsTaken() throws {
    XCTAssertEqual(try style(["--width", "140"], [:]).width, 140)
    for text in ["0", "19", "201"] {
      XCTAssertThrowsError(try style(["--width", text], [:])) {
        XCTAssertEqual(($0 as? Complaint)?.status, .usage)
      }
    }
  }
}
