import Console
import Foundation
import LessonKit
import Processes
import TestSupport
import Workbook
import XCTest

/// The built launcher, run as a process.
final class LauncherTests: XCTestCase {
  func testListsTheLessonsAlsoWithoutACommand() throws {
    let checkout = try TemporaryCheckout(for: self)
    for file in ["Exercises/Overlap.swift", "Grading/Overlap/Overlap.stub"] {
      try checkout.write(
        "Lessons/01-serial-vs-async/\(file)", "// Exercise 1.1, overlap: answer all at once.\n")
    }
    // No exercise of the workbook's.
    try checkout.write("Lessons/01-serial-vs-async/Exercises/Mine.swift", "\n")
    for words in [[], ["list"], ["LIST"], ["--ascii"]] {
      let launched = try run(words, checkout)
      XCTAssertEqual(launched.status, 0)
      XCTAssertEqual(launched.errors, "")
      XCTAssertEqual(
        launched.output,
        """
        The Async Workbook

         1  serial-vs-async  Three requests, one thread  15 min  0/1 exercise
                             lecture visualizing-an-asynchronous-request

        What to do next:
          swift run lessons run serial-vs-async   watch it
          swift run lessons read serial-vs-async  read the transcript beside the code
          swift run lessons watch overlap         do exercise 1.1
          swift run lessons play                  a game: be the event loop yourself

        """)
    }
  }

  func testListsAsJSON() throws {
    let checkout = try TemporaryCheckout(for: self)
    for file in ["Exercises/Overlap.swift", "Grading/Overlap/Overlap.stub"] {
      try checkout.write(
        "Lessons/01-serial-vs-async/\(file)", "// Exercise 1.1, overlap: answer all at once.\n")
    }
    // No exercise of the workbook's.
    try checkout.write("Lessons/01-serial-vs-async/Exercises/Mine.swift", "\n")
    for words in [["list", "--json"], ["--json"]] {
      let json = try JSONSerialization.jsonObject(with: Data(try run(words, checkout).output.utf8))
      let expected: NSDictionary = [
        "version": 1,
        "lessons": [
          [
            "number": 1, "id": "serial-vs-async", "title": "Three requests, one thread",
            "lecture": "visualizing-an-asynchronous-request", "minutes": 15,
            "exercises": ["passed": 0, "total": 1],
          ] as [String: Any]
        ],
      ]
      XCTAssertEqual(json as? NSDictionary, expected)
    }
  }

  func testListsWhatTheReaderHasPredicted() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.write("Lessons/01-serial-vs-async/Story/Lesson.swift", "\n")
    var answers = Answers(questions: 5)
    answers.answers = ["a": .init(guess: 3, isRight: true), "b": .init(guess: nil, isRight: false)]
    answers.answers["a"]?.isReasonRight = true
    try answers.write(to: checkout.root.appending(path: ".lessons/answers/serial-vs-async.json"))
    XCTAssertTrue(
      try run(["list"], checkout).output.contains("  right: 1 of 5 guesses, 1 of 5 reasons\n"))
    let json = try run(["list", "--json"], checkout).output
    let index = try JSONDecoder().decode(Index.self, from: Data(json.utf8))
    XCTAssertEqual(index.lessons[0].predictions?.guesses, 1)
    XCTAssertEqual(index.lessons[0].predictions?.total, 5)
    try Data("{".utf8).write(to: checkout.root.appending(path: ".lessons/answers/serial-vs-async.json"))
    XCTAssertFalse(try run(["list"], checkout).output.contains("guesses"))
  }

  /// Every command that prints: a full disk and a closed descriptor are told, with status 74; a closed pipe ends quietly.
  func testOutputThatCannotBeWrittenIsToldWithStatus74() throws {
    let launcher = try Executable("lessons").path
    for command in ["list", "help", "--version", "doctor", "list --json", "claims --help"] {
      for redirection in [">/dev/full", ">&-"]
      where redirection != ">/dev/full" || access("/dev/full", W_OK) == 0 {
        let outcome = try shell("'\(launcher)' \(command) \(redirection)")
        XCTAssertEqual(outcome.status, 74, "\(command) \(redirection): \(outcome.errors)")
        XCTAssertTrue(outcome.errors.contains("could not be written"), "\(command): \(outcome.errors)")
      }
      let piped = try shell("'\(launcher)' \(command) | true")
      XCTAssertEqual(piped.errors, "", command)
    }
  }

  private func shell(_ script: String) throws -> (status: Int32, errors: String) {
    var program = Program("/bin/sh", ["-c", script], timeLimit: .seconds(60))
    program.environment["LANG"] = "C.UTF-8"
    let outcome = try program.run()
    guard case .exited(let status) = outcome.end else { return (-1, outcome.errors) }
    return (status, outcome.errors)
  }

  func testWrongUsageIsToldWithTheNearestNameAndStatus64() throws {
    let checkout = try TemporaryCheckout(for: self)
    func choices(_ command: String) -> String {
      Syllabus.lessons.map { "  \($0.number)  lessons \(command) \($0.id)\n" }.joined()
    }
    for (words, message) in [
      (["raed", "1"], "lessons: there is no command 'raed'\n  Did you mean 'lessons read'?\n"),
      (["xyzzy"], "lessons: there is no command 'xyzzy'\n  'lessons help' lists the commands.\n"),
      (["r", "1"], "lessons: 'r' could be any of run, read, reset\n"),
      (["list", "--jsn"], "lessons: there is no option '--jsn'\n  Did you mean --json?\n"),
      (["list", "--width", "0"], "lessons: --width takes a whole number from 20 to 200, not '0'\n"),
      (
        ["list", "1"],
        "lessons: 'lessons list' takes options only, not '1'\n  'lessons help list' lists them.\n"
      ),
      (["read"], "lessons: which lesson do you want to read?\n" + choices("read")),
      (["run"], "lessons: which lesson shall run?\n" + choices("run")),
      (
        ["read", "seral-vs-async"],
        "lessons: there is no lesson 'seral-vs-async'\n  Did you mean serial-vs-async?\n"
      ),
      (
        ["claims", "--time", "reel"],
        "lessons: --time is real or virtual, not 'reel'\n  Did you mean --time real?\n"
      ),
      (
        ["run", "--time", "virtual", "1"],
        "lessons: the lesson's name comes first, and its options behind it\n"
          + "  Did you mean 'lessons run 1 --time virtual'?\n"
      ),
      (["play", "lop"], "lessons: there is no game 'lop'\n  Did you mean loop?\n"),
      (["help", "raed"], "lessons: there is no command 'raed'\n  Did you mean 'lessons read'?\n"),
    ] {
      let launched = try run(words, checkout)
      XCTAssertEqual(launched.status, 64, "\(words)")
      XCTAssertEqual(launched.errors, message, "\(words)")
      XCTAssertEqual(launched.output, "", "\(words)")
    }
  }

  func testEveryCommandHasHelpOnStandardOutput() throws {
    let nowhere = URL(fileURLWithPath: "/")
    let overview = try Launched.run("help", in: nowhere)
    XCTAssertEqual(try Launched.run("--help", in: nowhere).output, overview.output)
    for name in ["list", "run", "read", "import", "claims", "book", "play", "new", "doctor", "help"] {
      XCTAssertTrue(overview.output.contains("\n  \(name)"), name)
      let launched = try Launched.run(name, "--help", in: nowhere)
      XCTAssertEqual(launched.status, 0)
      XCTAssertEqual(launched.errors, "")
      XCTAssertTrue(launched.output.hasPrefix("lessons \(name): "), launched.output)
      XCTAssertTrue(launched.output.contains("\nUsage: lessons \(name)"), launched.output)
      XCTAssertEqual(try Launched.run("help", name, in: nowhere).output, launched.output)
      XCTAssertEqual(launched.output.split(separator: "\n").filter { $0.count > 80 }, [])
    }
    XCTAssertTrue(try Launched.run("--version", in: nowhere).output.hasPrefix("The Async Workbook 0."))
  }

  func testReadsALesson() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.installReader()
    try checkout.write(
      "Lessons/01-serial-vs-async/A.swift", "// [00:00] Code.\nlet a = 1\n// [00:09]\nlet b = 2\n")
    let launched = try run(["read", "01", "--width", "40"], checkout)
    XCTAssertEqual(launched.status, 0)
    XCTAssertEqual(
      launched.output,
      """
      1 · Three requests, one thread
      C · L

      00:00  It begins.

          A.swift:1
          // Code.
          let a = 1

      """)
    XCTAssertEqual(
      launched.errors,
      "lessons: A.swift:3: the mark [00:09] names a time at which no cue of the transcript begins\n")
  }

  func testALessonWithoutItsTranscriptCannotBeRead() throws {
    let checkout = try TemporaryCheckout(for: self, transcript: nil)
    try checkout.installReader()
    let launched = try run(["read", "1"], checkout)
    XCTAssertEqual(launched.status, 69)
    XCTAssertTrue(
      launched.errors.hasPrefix(
        "lessons: the transcript transcripts/visualizing-an-asynchronous-request.txt is missing\n  "),
      launched.errors)
  }

  func testDrawsInASCIIWhereTheLocaleHasNothingElse() throws {
    let checkout = try TemporaryCheckout(for: self)
    try checkout.installReader()
    let launched = try Launched.run(
      "read", "1", "--width", "140", in: checkout.root, environment: ["LANG": "C"])
    XCTAssertEqual(launched.output.filter { !$0.isASCII }, "")
  }

  func testTheDoctorSaysWhatIsMissing() throws {
    let checkout = try TemporaryCheckout(for: self)
    let launched = try Launched.run(
      "doctor", "--json", in: checkout.root,
      environment: ["PATH": "/nonexistent", "LIBPQ": "/nonexistent/libpq.so"])
    XCTAssertEqual(launched.status, 69)
    let json = try JSONSerialization.jsonObject(with: Data(launched.output.utf8)) as? [String: Any]
    let findings = try XCTUnwrap(json?["findings"] as? [[String: Any]])
    XCTAssertEqual(findings.first?["name"] as? String, "swift")
    XCTAssertEqual(findings.first?["status"] as? String, "missing")
    XCTAssertEqual(
      findings.map { $0["name"] as? String },
      [
        "swift", "checkout", "cores", "memory", "open files", "threads", "terminal", "locale", "python3",
        "wrk",
        "chromium", "git", "node", "go", "postgres", "libpq",
      ])
    for finding in findings where finding["status"] as? String != "good" {
      XCTAssertNotNil(finding["advice"] as? String, "\(finding)")
    }
    XCTAssertEqual(findings.last?["value"] as? String, "not at /nonexistent/libpq.so")
  }

  private func run(_ words: [String], _ checkout: TemporaryCheckout) throws -> Executable.Outcome {
    try Launched.run(words, in: checkout.root)
  }
}
