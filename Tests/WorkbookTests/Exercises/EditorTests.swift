import Console
import XCTest

@testable import Workbook
@testable import workshop

/// How editors are told which line to show.
final class EditorTests: XCTestCase {
  func testEveryKnownEditorIsToldTheLineInItsOwnWay() throws {
    for (editor, words) in [
      ("vim", ["+7", "a.swift"]), ("/usr/bin/nvim -n", ["+7", "a.swift"]),
      ("emacsclient -t", ["+7", "a.swift"]),
      ("code --wait", ["--goto", "a.swift:7"]), ("subl -w", ["a.swift:7"]), ("hx", ["a.swift:7"]),
      ("'/Applications/My Editors/xed' -w", ["-l", "7", "a.swift"]),
      ("\"/opt/an editor/nano\"", ["+7", "a.swift"]),
      ("something-else", ["a.swift"]), ("'unfinished", ["a.swift"]),
    ] {
      XCTAssertEqual(try Editor(["EDITOR": editor]).words("a.swift", 7), words, editor)
    }
  }

  func testVisualGoesBeforeEditor() throws {
    XCTAssertEqual(try Editor(["VISUAL": "code", "EDITOR": "vi"]), try Editor(["EDITOR": "code"]))
    XCTAssertEqual(try Editor(["VISUAL": "", "EDITOR": "vi"]), try Editor(["EDITOR": "vi"]))
    assertComplaint(.unavailable) { () throws(Complaint) in try Editor([:]) }
  }
}
