import Foundation
import LessonKit
import Processes
import Report
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
    let check = try lessons("check", "1", from: "\(place.folder)/Exercises")
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
    XCTAssertEqual(try lessons("check", "1").status, 0)
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

  private func watch(_ terminal: PseudoTerminal) throws -> ChildProcess {
    try Launched.program(["watch"], in: place.root, environment: environment, at: terminal.path).start()
  }

  func testKeysThatAreReadTogetherAllCount() throws {
    try answer("wrong")
    let terminal = try PseudoTerminal()
    let watch = try watch(terminal)
    XCTAssertTrue(terminal.waits(for: "You wait."))
    terminal.type("h\r")
    XCTAssertTrue(terminal.waits(for: "one"))
    terminal.type("\u{1B}[Blhq")
    XCTAssertTrue(terminal.waits(for: "> "))
    XCTAssertTrue(terminal.waits(for: "two"))
    XCTAssertEqual(watch.waitUntilEnd().end, .exited(0))
  }

  func testAReaderCanQuitDuringABuild() throws {
    try answer("wrong")
    try place.makeStale()
    _ = try place.swift("while :; do sleep 1; done")
    let terminal = try PseudoTerminal()
    let before = terminal.flags
    let watch = try watch(terminal)
    XCTAssertTrue(terminal.waits(for: "building ..."))
    terminal.type("q")
    XCTAssertEqual(watch.waitUntilEnd().end, .exited(0))
    XCTAssertEqual(terminal.flags, before)
  }

  func testAFileThatIsDeletedIsSaidAndJudgedWhenItIsBack() throws {
    try answer("wrong")
    let terminal = try PseudoTerminal()
    let watch = try watch(terminal)
    XCTAssertTrue(terminal.waits(for: "You wait."))
    let (file, aside) = (place.url(place.overlap.file), place.url("aside"))
    try FileManager.default.moveItem(at: file, to: aside)
    XCTAssertTrue(terminal.waits(for: "\(place.overlap.file) is gone."))
    try FileManager.default.moveItem(at: aside, to: file)
    XCTAssertTrue(terminal.waits(for: "You wait."))
    terminal.type("q")
    XCTAssertEqual(watch.waitUntilEnd().end, .exited(0))
  }

  func testASizeThatChangesIsDrawnForWithoutScrolling() throws {
    try answer("wrong")
    let terminal = try PseudoTerminal()
    let watch = try watch(terminal)
    XCTAssertTrue(terminal.waits(for: "You wait."))
    terminal.resize(rows: 12, columns: 30)
    kill(watch.id, SIGWINCH)
    XCTAssertTrue(terminal.waits(for: "\u{1B}[12;1H"))
    terminal.type("q")
    XCTAssertEqual(watch.waitUntilEnd().end, .exited(0))
  }

  func testStrictFailsWhileAnythingIsToDo() throws {
    try answer("right")
    XCTAssertEqual(try lessons("check", "1").status, 0)
    XCTAssertEqual(try lessons("check", "1", "--strict").status, 1)
    XCTAssertEqual(try lessons("check", "overlap", "--strict").status, 0)
  }

  func testWhatCannotBeJudgedIsSaidAndFails() throws {
    try answer("right")
    try FileManager.default.removeItem(at: place.url(place.exercises[1].stub))
    for words in [["check"], ["check", "1"], ["check", "1", "--json"]] {
      let check = try Launched.run(words, in: place.root, environment: environment)
      XCTAssertEqual(check.status, 69, "\(words)")
      XCTAssertTrue(check.output.contains("overlap"), "the others are judged: \(check.output)")
      XCTAssertTrue(
        check.errors.contains("\(place.folder)/Grading/BoundedCalls/BoundedCalls.stub is missing"),
        check.errors)
      XCTAssertTrue(check.errors.contains("git checkout -- "), check.errors)
    }
    XCTAssertEqual(try lessons("check", "overlap").status, 0, "it is not what was asked for")
    let one = try lessons("check", "bounded-calls")
    XCTAssertEqual(one.status, 69)
    XCTAssertEqual(one.output, "")
  }

  func testALessonOrAllExercisesGoneIsNotAPass() throws {
    XCTAssertTrue(try lessons("check").errors.contains("the folder Lessons/02-"), "as in this checkout")
    XCTAssertEqual(try lessons("check", "1").status, 0)
    XCTAssertEqual(try lessons("check", "2").status, 69)
    try FileManager.default.removeItem(at: place.url("\(place.folder)/Grading"))
    for words in [["check"], ["check", "--strict"], ["check", "1"]] {
      let check = try Launched.run(words, in: place.root, environment: environment)
      XCTAssertEqual(check.status, 69, "\(words)")
      XCTAssertEqual(check.output, "")
      XCTAssertTrue(check.errors.contains("there is no exercise in \(place.folder)/Grading"), check.errors)
    }
  }

  func testAnExerciseThatThePackageListsIsMissed() throws {
    try place.write(#"folder: "01-serial-vs-async", ExerciseTarget(name: "Deadline")"#, to: "Package.swift")
    let check = try lessons("check", "deadline")
    XCTAssertEqual(check.status, 69)
    XCTAssertTrue(check.errors.contains("Grading/Deadline/Deadline.stub is missing"), check.errors)
  }

  func testTheReportTellsTheMisconceptionsMetSoFar() throws {
    try answer("wrong")
    _ = try lessons("check", "overlap")
    try answer("right")
    let json = try lessons("check", "1", "--json").output
    let report = try JSONDecoder().decode(CheckReport.self, from: Data(json.utf8))
    XCTAssertEqual(report.exercises.map(\.mistake), [nil, nil])
    XCTAssertEqual(report.exercises[0].line, 8)
    XCTAssertEqual(report.misconceptions.map(\.mistake), ["one-by-one"])
    XCTAssertEqual(report.misconceptions.map(\.times), [1])
    XCTAssertEqual(report.misconceptions.map(\.exercise), ["overlap"])
    XCTAssertNotNil(try? Date(report.misconceptions[0].first, strategy: .iso8601))
  }

  func testResetAllPutsEveryFileBackAndKeepsWhatWasThere() throws {
    try answer("mine")
    try place.write("mine too", to: place.exercises[1].file)
    let reset = try lessons("reset", "--all")
    XCTAssertEqual(reset.status, 0)
    XCTAssertTrue(
      reset.output.hasSuffix("2 of 2 exercises put back; now all are as they were cloned.\n"), reset.output)
    XCTAssertTrue(place.exercises.allSatisfy { $0.isUntouched(in: place.checkout) })
    let backups = reset.output.matches(of: /kept in (\S+)/).map { String($0.1) }
    XCTAssertEqual(try backups.map(place.read).filter { $0.contains("mine") }.count, 2)
    XCTAssertEqual(try lessons("reset", "--all").output, "All 2 exercises are as they were cloned.\n")
    XCTAssertEqual(try lessons("reset", "overlap", "--all").status, 64)
  }

  func testWhenAllIsPassedTheListSaysWhatComesNext() throws {
    try answer("right")
    try place.install("seal '{\"status\":\"passed\",\"says\":\"Right.\"}'", as: place.exercises[1])
    try place.write("func boundedCalls() {}", to: place.exercises[1].file)
    _ = try lessons("check")
    let list = try lessons("list").output
    XCTAssertTrue(list.contains("2/2 exercises"), list)
    XCTAssertTrue(list.contains("You have passed all 2 exercises. What comes next:"), list)
    XCTAssertFalse(list.contains(" watch "), list)
  }

  func testTheEditorIsOpenedAtTheLine() throws {
    try answer("wrong")
    try place.write(
      "#!/bin/sh\nfor word; do echo \"[$word]\"; done >'\(place.root.path)/opened'; exit 3\n", to: "vim")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url("vim").path)
    func check(_ words: String..., editor: [String: String]) throws -> Executable.Outcome {
      try Launched.run(["check"] + words, in: place.root, environment: environment.merging(editor) { $1 })
    }
    let file = place.url(place.overlap.file).path
    XCTAssertEqual(
      try check("1", "--open", editor: ["EDITOR": "vim -n"]).status, 1, "the editor's status says nothing")
    XCTAssertEqual(try place.read("opened"), "[-n]\n[+8]\n[\(file)]\n")
    for editor in [[:], ["EDITOR": "  "], ["VISUAL": "/nowhere/at-all", "EDITOR": "vim"]] {
      XCTAssertEqual(try check("1", "--open", editor: editor).status, 69, "\(editor)")
    }
    XCTAssertEqual(try check("1", "--open", "--json", editor: ["EDITOR": "vim"]).status, 64)
  }

  func testWatchOpensTheEditorAndGoesOn() throws {
    try place.write(
      "#!/bin/sh\necho editing $1\nsed 's/throw ToDo()/wrong/' \"$2\" >'\(place.root.path)/new'\nmv '\(place.root.path)/new' \"$2\"\n",
      to: "nano")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url("nano").path)
    let terminal = try PseudoTerminal()
    let before = terminal.flags
    let watch = try Launched.program(
      ["watch"], in: place.root, environment: environment.merging(["VISUAL": "nano"]) { $1 },
      at: terminal.path
    ).start()
    XCTAssertTrue(terminal.waits(for: "answer them all, at once."))
    terminal.type("o")
    XCTAssertTrue(terminal.waits(for: "\u{1B}[?1049l"), "the editor has the terminal")
    XCTAssertTrue(terminal.waits(for: "editing +8"))
    XCTAssertTrue(terminal.waits(for: "\u{1B}[?1049h"), "and gives it back")
    XCTAssertTrue(terminal.waits(for: "You wait."))
    terminal.type("q")
    XCTAssertEqual(watch.waitUntilEnd().end, .exited(0))
    XCTAssertEqual(terminal.flags, before)
  }
}
