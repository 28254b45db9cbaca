import LessonKit
import Processes
import TestSupport
import XCTest

/// `lessons run`, with shell scripts for the lesson and for `swift`.
final class RunCommandTests: XCTestCase {
  func testBecomesTheLessonAndPassesItsOptionsOn() throws {
    let checkout = try settled("echo \"$$ [$1] [$2] [$3] [$4] [$#]\"; exit 7")
    let process = try Launched.program(
      ["run", "1", "--time", "virtual", "a b"], in: checkout.root, environment: path(checkout)
    ).start()
    let outcome = process.waitUntilEnd()
    XCTAssertEqual(outcome.end, .exited(7))
    XCTAssertEqual(outcome.output, "\(process.id) [--time] [virtual] [a b] [--report] [7]\n")
  }

  func testTheLessonLeavesItsReportForTheReaderUnlessSomethingElseIsAskedFor() throws {
    let checkout = try settled("echo \"$@\"")
    let file = "\(try root(checkout))/.lessons/reports/serial-vs-async.json"
    let answers = "\(try root(checkout))/.lessons/answers/serial-vs-async.json"
    XCTAssertEqual(try launch(checkout, "run", "1").output, "--report \(file) --answers \(answers)\n")
    for words in [["--json"], ["--report", "f"], ["--report=f"], ["--grade", "overlap"], ["--exercises"]] {
      XCTAssertEqual(
        try Launched.run(["run", "1"] + words, in: checkout.root, environment: path(checkout)).output,
        words.joined(separator: " ") + "\n")
    }
    try FileManager.default.removeItem(atPath: "\(try root(checkout))/.lessons")
    try checkout.write(".lessons", "no folder")
    XCTAssertEqual(try launch(checkout, "run", "1").output, "\n", "where none can be written")
  }

  func testTheLessonShowsItsOwnHelp() throws {
    let checkout = try settled("echo the lesson says $1")
    XCTAssertEqual(try launch(checkout, "run", "serial", "--help").output, "the lesson says --help\n")
    XCTAssertTrue(try launch(checkout, "run", "--help").output.hasPrefix("lessons run: "))
  }

  func testDoesNotBuildWhatIsUpToDate() throws {
    let checkout = try settled("echo old")
    try swift(checkout, "exit 1")
    XCTAssertEqual(try launch(checkout, "run", "1").output, "old\n")
    XCTAssertEqual(try built(checkout), [])
  }

  func testBuildsWhatHasChangedOnceAlsoIfNothingComesOfIt() throws {
    let checkout = try settled("echo old")
    try swift(checkout, "exit 0")
    try checkout.setTime("Sources/EventLoop/Loop.swift", 3000)
    for _ in 0..<3 {
      let launched = try launch(checkout, "run", "1")
      XCTAssertEqual(launched.output, "old\n")
      XCTAssertEqual(launched.errors, "")
    }
    XCTAssertEqual(
      try built(checkout), [try checkout.checkout.buildWords("serial-vs-async")])
  }

  func testRunsWhatItHasBuilt() throws {
    let checkout = try TemporaryCheckout(for: self)
    let file = try checkout.built()
    try swift(
      checkout,
      "mkdir -p $(dirname \(file)); printf '#!/bin/sh\\necho new\\n' > \(file); chmod +x \(file)")
    XCTAssertEqual(try launch(checkout, "run", "1").output, "new\n")
  }

  func testBuildsAgainWhatIsEditedDuringTheBuild() throws {
    let checkout = try settled("echo old")
    try checkout.setTime("Package.swift", 3000)
    // The first build's own edit is newer than what the first build has seen.
    try swift(checkout, "test $(wc -l < calls) = 1 && touch -d @4000 Package.swift; exit 0")
    XCTAssertEqual(try launch(checkout, "run", "1").status, 0)
    XCTAssertEqual(try built(checkout).count, 2)
  }

  func testShowsTheCompilersErrorsAndRunsNothing() throws {
    let checkout = try settled("echo old")
    try checkout.setTime("Package.swift", 3000)
    try swift(checkout, "echo 'Building for debugging...'; echo '/a.swift:1:2: error: no'; exit 1")
    let launched = try launch(checkout, "run", "1")
    XCTAssertEqual(launched.status, 69)
    XCTAssertEqual(launched.output, "")
    XCTAssertEqual(
      launched.errors,
      "/a.swift:1:2: error: no\n\nlessons: serial-vs-async does not build\n"
        + "  Mend what the compiler names above, and run it again.\n")
  }

  func testWithoutSwiftRunsWhatThereIsAndSaysSoIfThatIsOld() throws {
    let checkout = try settled("echo old")
    let fresh = try launch(checkout, "run", "1")
    XCTAssertEqual(fresh.output, "old\n")
    XCTAssertEqual(fresh.errors, "")
    try checkout.setTime("Package.swift", 3000)
    let stale = try launch(checkout, "run", "1")
    XCTAssertEqual(stale.output, "old\n")
    XCTAssertEqual(
      stale.errors,
      "lessons: there is no 'swift' on the path; what runs is serial-vs-async as it was built before the latest changes\n"
    )
  }

  func testWithoutSwiftAndProgramSaysWhatToDo() throws {
    let launched = try launch(try TemporaryCheckout(for: self), "run", "1")
    XCTAssertEqual(launched.status, 69)
    XCTAssertTrue(
      launched.errors.hasPrefix(
        "lessons: serial-vs-async has to be built, and there is no 'swift' on the path\n  Install Swift"),
      launched.errors)
  }

  /// A checkout whose lesson is built and up to date.
  private func settled(_ script: String) throws -> TemporaryCheckout {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.program(script)
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
    let calls = checkout.root.appendingPathComponent("calls")
    guard FileManager.default.fileExists(atPath: calls.path) else { return [] }
    return try String(contentsOf: calls, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// Tools are there with a `swift` of the test's own in front; without one, nothing is, for a system may have `swift` too.
  private func path(_ checkout: TemporaryCheckout) -> [String: String] {
    let own = "\(checkout.root.path)/bin"
    return ["PATH": FileManager.default.fileExists(atPath: "\(own)/swift") ? "\(own):/usr/bin:/bin" : own]
  }

  private func root(_ checkout: TemporaryCheckout) throws -> String {
    checkout.root.standardizedFileURL.path
  }
}
