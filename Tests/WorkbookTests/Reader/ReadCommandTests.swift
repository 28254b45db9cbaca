import Processes
import TestSupport
import XCTest

@testable import Reading
@testable import Workbook

/// `lessons read`, run as a process.
final class ReadCommandTests: XCTestCase {
  private static let lesson = "Lessons/01-serial-vs-async"

  /// A lesson of two sentences, with an idea in both languages and a claim.
  private func made() throws -> TemporaryCheckout {
    let made = try TemporaryCheckout(
      for: self, transcript: "Course: C\nLecture: L\n\n00:00 It begins\n00:03 here. And it\n00:05 ends.\n")
    try made.installReader()
    try made.write("\(Self.lesson)/A.swift", "// [00:03] Swift.\nlet a = 1\n")
    try made.write("\(Self.lesson)/Python/a.py", "# [00:05] Python.\na = 1\n")
    try made.write("\(Self.lesson)/Story/Claims.swift", "\nClaim(\"it-ends\", at: \"00:05\", \"It ends.\")\n")
    return made
  }

  func testShowsIdeasInOneLanguageOrBothAndTheCodeOfClaimsIfAsked() throws {
    let made = try made()
    for (options, shown) in [
      ([], ["Swift."]), (["--python"], ["Python."]), (["--both"], ["Swift.", "Python."]),
      (["--claims"], ["Swift.", "Claim("]), (["--both", "--claims"], ["Swift.", "Python.", "Claim("]),
    ] {
      let output = try Launched.run(["read", "1"] + options, in: made.root).output
      XCTAssertEqual(["Swift.", "Python.", "Claim("].filter(output.contains), shown, "\(options)")
      XCTAssertTrue(output.contains("\n00:03  And it ends.\n       ○ It ends.\n"), output)
    }
  }

  func testSaysThatThereIsNoPython() throws {
    let made = try TemporaryCheckout(for: self)
    try made.installReader()
    let launched = try Launched.run("read", "1", "--both", in: made.root)
    XCTAssertEqual(launched.status, 0)
    XCTAssertEqual(launched.errors, "lessons: serial-vs-async has no ideas in Python\n")
  }

  func testHelpAndWhatIsMisspeltAreToldBeforeAnythingIsBuilt() throws {
    let made = try TemporaryCheckout(for: self)
    func launch(_ words: [String]) throws -> Executable.Outcome {
      try Launched.run(words, in: made.root, environment: ["PATH": "/nonexistent"])
    }
    for (words, errors) in [
      (["read", "--jsn", "1"], "lessons: there is no option '--jsn'\n  Did you mean --json?\n"),
      (
        ["read", "seral-vs-async"],
        "lessons: there is no lesson 'seral-vs-async'\n  Did you mean serial-vs-async?\n"
      ),
      (["read", "1", "--width", "3"], "lessons: --width takes a whole number from 20 to 200, not '3'\n"),
      (
        ["read", "1", "2"],
        "lessons: '2' is one too many: 'lessons read' takes one lesson\n"
          + "  A title of several words goes into quotes.\n  'lessons help read' tells more.\n"
      ),
      (
        ["import", "--list", "a"],
        "lessons: 'lessons import --list' takes options only, not 'a'\n"
          + "  'lessons help import --list' lists them.\n"
      ),
      (
        ["import", "--remove", "core-usag3"],
        "lessons: there is no lesson 'core-usag3'\n  Did you mean core-usage?\n"
      ),
      (
        ["import", "--as", "9", "a"],
        "lessons: there is no lesson '9'\n  'lessons list' shows the lessons there are.\n"
      ),
    ] {
      let launched = try launch(words)
      XCTAssertEqual(launched.status, 64, "\(words)")
      XCTAssertEqual(launched.errors, errors)
    }
    for words in [
      ["read", "1"], ["import", "--list"], ["new", "one-cook", "--transcript", "Package.swift"],
    ] {
      XCTAssertEqual(try launch([words[0], "--help"]).status, 0)
      let launched = try launch(words)
      XCTAssertEqual(launched.status, 69)
      XCTAssertTrue(
        launched.errors.hasPrefix("lessons: reader has to be built, and there is no 'swift' on the path\n"),
        launched.errors)
    }
  }

  func testPrintsJSON() throws {
    let launched = try Launched.run("read", "1", "--json", in: made().root)
    let json = try JSONSerialization.jsonObject(with: Data(launched.output.utf8))
    func code(_ file: String, _ from: Int, _ to: Int, _ kind: String, _ language: String) -> [String: Any] {
      ["file": "\(Self.lesson)/\(file)", "from": from, "to": to, "kind": kind, "language": language]
    }
    let expected: NSDictionary = [
      "version": 1, "lesson": "serial-vs-async",
      "cues": [
        ["at": "00:00", "text": "It begins here.", "code": [[String: Any]](), "claims": [String]()],
        [
          "at": "00:03", "text": "And it ends.", "claims": ["it-ends"],
          "code": [
            code("A.swift", 1, 2, "idea", "swift"), code("Python/a.py", 1, 2, "idea", "python"),
            code("Story/Claims.swift", 2, 2, "claim", "swift"),
          ],
        ],
      ] as [[String: Any]],
    ]
    XCTAssertEqual(json as? NSDictionary, expected)
    XCTAssertEqual(launched.errors, "")
  }

  func testAPipeHasTheWidthThatTheEnvironmentNames() throws {
    let made = try made()
    XCTAssertFalse(try Launched.run("read", "1", in: made.root).output.contains("│"))
    XCTAssertTrue(
      try Launched.run("read", "1", in: made.root, environment: ["COLUMNS": "120", "PAGER": "false"]).output
        .contains("│"), "and no pager")
  }

  func testOnATerminalThePagerHasTheText() throws {
    let made = try made()
    for (pager, shown) in [
      ("sed 's/^/> /; s/begins/starts/'", "> 00:00\u{1B}[0m  It starts here."), ("cat", "It begins here."),
      ("", "It begins here."), ("no-such-pager", "It begins here."), ("echo LESS is $LESS", "LESS is FRX"),
    ] {
      let terminal = try PseudoTerminal()
      let process = try Launched.program(
        ["read", "1"], in: made.root, environment: ["PAGER": pager], at: terminal.path
      ).start()
      let plain = shown.replacing("> 00:00\u{1B}[0m", with: "> \u{1B}[1m00:00\u{1B}[0m")
      XCTAssertTrue(terminal.waits(for: plain), pager)
      XCTAssertEqual(process.waitUntilEnd().end, .exited(0), pager)
    }
  }
}
