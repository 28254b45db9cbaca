import Foundation
import LessonKit
import Processes
import TestSupport
import XCTest

@testable import Workbook

/// The built launcher's commands about exercises, with a script in the exercise's place.
final class ExerciseCommandTests: XCTestCase {
  private var place: ExerciseCheckout!

  override func setUpWithError() throws {
    place = try ExerciseCheckout()
    try place.install(
      """
      case "$1" in
      --describe) echo '{"name":"overlap","hints":["one","two"],"mistakes":[]}';;
      *) grep -q right "\(place.url(place.overlap.file).path)" \\
        && seal '{"status":"passed","says":"Right."}' \\
        || seal '{"status":"wrong","mistake":"one-by-one","says":"You wait."}';;
      esac
      """)
    // What the script does depends on the file: there is nothing to build.
    _ = try place.swift("exit 0")
  }

  private var environment: [String: String] { ["PATH": "\(place.root.path):/usr/bin:/bin"] }

  private func lessons(_ words: String..., from folder: String = "") throws -> Executable.Outcome {
    try Launched.run(words, in: place.url(folder), environment: environment)
  }

  private func answer(_ text: String) throws {
    try place.write(
      try place.read(place.overlap.stub).replacing("throw ToDo()", with: text), to: place.overlap.file)
  }

  func testFreshFromTheCloneAllIsToDoAndNothingFails() throws {
    let check = try lessons("check", from: "\(place.folder)/Exercises")
    XCTAssertEqual(check.status, 0)
    XCTAssertEqual(check.errors, "")
    XCTAssertTrue(check.output.contains("· 1.1  overlap        to do\n"), check.output)
    XCTAssertTrue(check.output.contains("2 exercises: 2 to do."), check.output)
  }

  func testAWrongAnswerIsNamedAndFails() throws {
    try answer("wrong")
    let check = try lessons("check", "1/over")
    XCTAssertEqual(check.status, 1)
    XCTAssertTrue(check.output.contains("✗ 1.1  overlap  wrong: one-by-one\n\nYou wait.\n"), check.output)
    XCTAssertTrue(check.output.contains(" hint overlap\n"), check.output)
    let json = try lessons("check", "overlap", "--json")
    XCTAssertEqual(json.status, 1)
    let records = try JSONDecoder().decode(CheckReport.self, from: Data(json.output.utf8)).exercises
    XCTAssertEqual(records.map(\.mistake), ["one-by-one"])
  }

  func testAPassIsCountedInTheListUntilTheNextEdit() throws {
    try answer("right")
    XCTAssertEqual(try lessons("check").status, 0)
    XCTAssertTrue(try lessons("list").output.contains("1/2 exercises"))
    XCTAssertTrue(try lessons("list").output.contains(" watch bounded-calls"))
    XCTAssertTrue(try lessons("list", "--json").output.contains("\"passed\" : 1"))
    try answer("right?")
    XCTAssertTrue(try lessons("list").output.contains("0/2 exercises"))
  }

  func testADamagedCacheIsToldOnStandardErrorAlone() throws {
    try FileManager.default.createDirectory(at: place.url(".lessons"), withIntermediateDirectories: true)
    try place.write("{", to: ".lessons/progress.json")
    let list = try lessons("list", "--json")
    XCTAssertEqual(list.status, 0)
    XCTAssertNotNil(try? JSONDecoder().decode(Index.self, from: Data(list.output.utf8)))
    XCTAssertTrue(list.errors.hasPrefix("lessons: progress was damaged"), list.errors)
    XCTAssertEqual(list.errors.split(separator: "\n").count, 1)
  }

  func testHintsGoOnWhereTheyWere() throws {
    XCTAssertTrue(try lessons("hint", "overlap").output.hasPrefix("overlap, hint 1 of 2\none\n"))
    XCTAssertTrue(try lessons("hint", "overlap").output.hasPrefix("overlap, hint 2 of 2\ntwo\n"))
    let last = try lessons("hint", "overlap").output
    XCTAssertTrue(last.hasPrefix("overlap, hint 2 of 2\ntwo\n"), last)
    XCTAssertTrue(last.contains("--anyway"), last)
  }

  func testTheSolutionIsShownAfterAPassOrAnyway() throws {
    try answer("wrong")
    let refused = try lessons("solution", "overlap")
    XCTAssertEqual(refused.status, 1)
    XCTAssertEqual(refused.output, "")
    XCTAssertTrue(refused.errors.hasPrefix("lessons: overlap is not solved yet\n"), refused.errors)
    XCTAssertTrue(try lessons("solution", "overlap", "--anyway").output.contains("\n-  wrong\n+  42\n"))
    try answer("right")
    XCTAssertTrue(try lessons("solution", "overlap").output.contains("\n-  right\n+  42\n"))
  }

  func testResetSaysWhereTheOldFileIs() throws {
    try answer("mine")
    let reset = try lessons("reset", "overlap")
    XCTAssertEqual(reset.status, 0)
    let backup = try XCTUnwrap(reset.output.split(separator: "\n").last?.split(separator: " ").last)
    XCTAssertTrue(try place.read(String(backup)).contains("mine"), reset.output)
    XCTAssertEqual(
      try lessons("reset", "overlap").output,
      "Lessons/01-serial-vs-async/Exercises/Overlap.swift is as it was cloned.\n")
  }

  func testWrongNamesAreAnsweredWithTheNearest() throws {
    for words in [["check", "overlpa"], ["watch", "overlpa"], ["hint", "overlpa"], ["reset", "overlpa"]] {
      let launched = try Launched.run(words, in: place.root)
      XCTAssertEqual(launched.status, 64, "\(words)")
      XCTAssertEqual(launched.errors, "lessons: there is no exercise 'overlpa'\n  Did you mean overlap?\n")
      XCTAssertEqual(launched.output, "")
    }
    XCTAssertEqual(try lessons("hint").status, 64)
    XCTAssertEqual(try lessons("hint", "overlap", "overlap").status, 64)
  }

  func testWithoutATerminalNothingIsWatched() throws {
    let watch = try lessons("watch", "overlap")
    XCTAssertEqual(watch.status, 69)
    XCTAssertTrue(watch.errors.contains("Run 'lessons check overlap' after each save instead."), watch.errors)
  }

  func testWatchJudgesAtASaveAndGivesTheTerminalBack() throws {
    for (ending, end) in [("q", ChildProcess.End.exited(0)), ("SIGTERM", .signalled(SIGTERM))] {
      try place.write(try place.read(place.overlap.stub), to: place.overlap.file)
      let terminal = try PseudoTerminal()
      let before = terminal.flags
      let watch = try Launched.program(
        ["watch"], in: place.root, environment: environment, at: terminal.path
      ).start()
      XCTAssertTrue(terminal.waits(for: "answer them all, at once."))
      XCTAssertNotEqual(terminal.flags, before, "keys come one by one")
      try answer("wrong")
      XCTAssertTrue(terminal.waits(for: "You wait."))
      try FileManager.default.copyItem(at: place.url(place.overlap.file), to: place.url("new"))
      try place.write(try place.read("new").replacing("wrong", with: "right"), to: "new")
      XCTAssertEqual(rename(place.url("new").path, place.url(place.overlap.file).path), 0)
      XCTAssertTrue(terminal.waits(for: "1 of 2 passed"))
      terminal.type("l")
      XCTAssertTrue(terminal.waits(for: "> "))
      if ending == "q" { terminal.type("q") } else { kill(watch.id, SIGTERM) }
      XCTAssertTrue(terminal.waits(for: "\u{1B}[?25h\u{1B}[?1049l"), ending)
      XCTAssertEqual(watch.waitUntilEnd().end, end, ending)
      XCTAssertEqual(terminal.flags, before, ending)
    }
  }
}
