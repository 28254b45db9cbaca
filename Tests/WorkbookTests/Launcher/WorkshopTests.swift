import Foundation
import LessonKit
import Processes
import TestSupport
import XCTest

/// The commands about exercises before the program that does them is there: shell scripts stand for it and for `swift`.
final class WorkshopTests: XCTestCase {
  func testBecomesTheProgramWhichIsToldTheCommandAndHowTheLauncherIsCalled() throws {
    let checkout = try settled()
    for words in [
      ["check", "--strict", "1"], ["hint", "overlap"], ["solution", "overlap", "--anyway"],
      ["reset", "--all"],
    ] {
      let process = try Launched.program(words, in: checkout.root, environment: path(checkout)).start()
      let outcome = process.waitUntilEnd()
      XCTAssertEqual(outcome.end, .exited(7))
      XCTAssertEqual(outcome.output, "\(process.id) \(words.joined(separator: " "))\n")
    }
    // The system does not tell a script what it is called by; the program says it.
    let place = try ExerciseCheckout()
    try FileManager.default.createSymbolicLink(
      atPath: place.url("lessons").path, withDestinationPath: try Executable("lessons").path)
    let check = try Program(
      "/bin/sh", ["-c", "cd '\(place.root.path)'; PATH=.:/usr/bin:/bin ./lessons check 1"],
      timeLimit: .seconds(60)
    ).run()
    XCTAssertTrue(check.output.contains("  watch  ./lessons watch overlap\n"), check.output + check.errors)
  }

  func testHelpAndWhatIsMisspeltAreToldBeforeAnythingIsBuilt() throws {
    let checkout = try settled()
    try swift(checkout, "exit 1")
    try checkout.setTime("Sources/workshop/A.swift", 3000)
    for command in ["check", "watch", "hint", "solution", "reset"] {
      let help = try launch(checkout, command, "--help")
      XCTAssertEqual(help.status, 0)
      XCTAssertTrue(help.output.hasPrefix("lessons \(command): "), help.output)
      XCTAssertEqual(try launch(checkout, "help", command).output, help.output)
      let option = try launch(checkout, command, "--hlep")
      XCTAssertEqual(option.status, 64)
      XCTAssertEqual(option.errors, "lessons: there is no option '--hlep'\n  Did you mean --help?\n")
      let name = try launch(checkout, command, "overlpa")
      XCTAssertEqual(name.status, 64)
      XCTAssertEqual(name.errors, "lessons: there is no exercise 'overlpa'\n  Did you mean overlap?\n")
    }
    XCTAssertEqual(try launch(checkout, "hint").errors, "lessons: which exercise?\n  lessons hint overlap\n")
    XCTAssertEqual(try launch(checkout, "watch", "overlap").status, 69, "this is no terminal")
    XCTAssertEqual(try built(checkout), [])
  }

  func testFilesThatAreNotThereAreToldBeforeAnythingIsBuilt() throws {
    let checkout = try settled()
    for words in [
      ["read", "--transcript", "no.vtt"], ["read", "1", "--transcript", "no.vtt"], ["import", "no.vtt"],
      ["new", "one-cook", "--transcript", "no.vtt"], ["book", "--class", "no.vtt"],
    ] {
      let outcome = try Launched.program(words, in: checkout.root, environment: path(checkout)).run()
      XCTAssertEqual(outcome.end, .exited(69), "\(words)")
      XCTAssertEqual(outcome.errors, "lessons: there is no file no.vtt\n", "\(words)")
    }
    XCTAssertEqual(try built(checkout), [])
  }

  func testIsBuiltWhenItsOwnSourcesHaveChanged() throws {
    for (source, isBuilt) in [
      ("Sources/workshop/A.swift", true), ("Sources/Workbook/A.swift", true),
      ("Sources/EventLoop/Loop.swift", true), ("Sources/lessons/main.swift", false),
      ("Lessons/01-serial-vs-async/Exercises/Overlap.swift", false),
    ] {
      let checkout = try settled()
      try checkout.setTime(source, 3000)
      for _ in 1...2 { XCTAssertEqual(try launch(checkout, "check").status, 7) }
      XCTAssertEqual(
        try built(checkout), isBuilt ? [try checkout.checkout.buildWords("workshop")] : [], source)
    }
  }

  func testABuildThatFailsIsToldAndWhatIsRememberedStays() throws {
    let checkout = try settled()
    let kept = #"{"exercises":{"overlap":{"status":"passed","digest":"0","hints":1}},"version":1}"#
    try checkout.write(".lessons/progress.json", kept)
    try checkout.setTime("Sources/workshop/A.swift", 3000)
    for (script, errors) in [
      (
        "echo '/a.swift:1:2: error: no'; exit 1",
        "/a.swift:1:2: error: no\n\nlessons: workshop does not build\n  Mend what the compiler names above, "
          + "and run it again.\n"
      ),
      (
        "echo 'error: No space left on device'; exit 1",
        "lessons: workshop cannot be built: the disk is full\n"
          + "  It is not your code's fault, and what you have passed stays passed.\n"
      ),
    ] {
      try swift(checkout, script)
      for command in ["check", "hint", "solution", "reset"] {
        let launched = try launch(checkout, command, "overlap")
        XCTAssertEqual(launched.status, 69, command)
        XCTAssertEqual(launched.output, "", command)
        XCTAssertTrue(launched.errors.hasPrefix(errors), launched.errors)
      }
    }
    XCTAssertEqual(
      try String(contentsOf: checkout.root.appending(path: ".lessons/progress.json"), encoding: .utf8), kept)
  }

  func testWithoutSwiftItRunsAsItIsAndIsMissedOnlyIfItIsNotThere() throws {
    let checkout = try settled()
    try FileManager.default.removeItem(at: checkout.root.appending(path: "bin"))
    let fresh = try launch(checkout, "check")
    XCTAssertEqual(fresh.status, 7)
    XCTAssertEqual(fresh.errors, "")
    try FileManager.default.removeItem(at: checkout.root.appending(path: checkout.built("workshop")))
    let missing = try launch(checkout, "check")
    XCTAssertEqual(missing.status, 69)
    XCTAssertTrue(
      missing.errors.hasPrefix(
        "lessons: workshop has to be built, and there is no 'swift' on the path\n  Install Swift"),
      missing.errors)
  }

  func testABuildThatIsInterruptedEndsByThatSignalAndWithAllThatItStarted() throws {
    let checkout = try settled()
    try checkout.setTime("Sources/workshop/A.swift", 3000)
    for signal in [SIGINT, SIGTERM] {
      try swift(checkout, "echo $$ > building; while :; do sleep 0.1; done")
      let process = try Launched.program(
        ["check"], in: checkout.root, environment: path(checkout)
      ).start()
      let file = checkout.root.appending(path: "building")
      var build: pid_t?
      for _ in 0..<600 where build == nil {
        usleep(50_000)
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        build = text.hasSuffix("\n") ? pid_t(text.dropLast()) : nil
      }
      kill(process.id, signal)
      XCTAssertEqual(process.waitUntilEnd().end, .signalled(signal))
      XCTAssertTrue(isGone(try XCTUnwrap(build)))
      try FileManager.default.removeItem(at: file)
    }
  }

  /// A checkout with one exercise, whose program `workshop` is up to date and prints its process and what it is told.
  private func settled() throws -> TemporaryCheckout {
    let checkout = try TemporaryCheckout(for: self)
    for file in ["Exercises/Overlap.swift", "Grading/Overlap/Overlap.stub"] {
      try checkout.write(
        "Lessons/01-serial-vs-async/\(file)", "// Exercise 1.1, overlap: answer all at once.\n")
    }
    for file in ["Sources/workshop/A.swift", "Sources/Workbook/A.swift", "Sources/lessons/main.swift"] {
      try checkout.write(file, "\n")
    }
    try checkout.program("echo \"$$ $*\"; exit 7", at: checkout.built("workshop"))
    try swift(checkout, "exit 0")
    try checkout.settle()
    return checkout
  }

  private func launch(_ checkout: TemporaryCheckout, _ words: String...) throws -> Executable.Outcome {
    try Launched.run(words, in: checkout.root, environment: path(checkout))
  }

  /// Puts a program `swift` on the path that notes how it is called.
  private func swift(_ checkout: TemporaryCheckout, _ script: String) throws {
    try checkout.program("echo \"$*\" >> calls\n\(script)", at: "bin/swift")
  }

  private func built(_ checkout: TemporaryCheckout) throws -> [String] {
    let calls = checkout.root.appending(path: "calls")
    guard FileManager.default.fileExists(atPath: calls.path) else { return [] }
    return try String(contentsOf: calls, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// Without a `swift` of the test's own nothing else is on the path, for a system may have one too.
  private func path(_ checkout: TemporaryCheckout) -> [String: String] {
    let own = checkout.root.appending(path: "bin").path
    return ["PATH": FileManager.default.fileExists(atPath: "\(own)/swift") ? "\(own):/usr/bin:/bin" : own]
  }
}
