import Console
import Foundation
import Measurement
import Report
import TestSupport
import XCTest

@testable import workshop

/// The process that a learner's code is judged in, with small programs of the shell in the exercise's place.
final class GradingProcessTests: XCTestCase {
  private static let passed = #"{"says":"Right.","status":"passed"}"#

  private let folder = FileManager.default.temporaryDirectory.appending(path: "grading-\(UUID())")

  override func setUpWithError() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  override func tearDownWithError() throws {
    try FileManager.default.removeItem(at: folder)
  }

  private func grade(_ script: String, timeLimit: Duration = .seconds(30), outputLimit: Int = 64 << 10) throws
    -> Grade
  {
    let program = folder.appending(path: "exercise")
    try "#!/bin/sh\ncd '\(folder.path)'\n\(Sealing.function)\n\(script)\n".write(
      to: program, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return try GradingProcess(
      executable: program, candidate: "solution", timeLimit: timeLimit, outputLimit: outputLimit
    ).run()
  }

  func testTheGradeIsReadFromWhatTheProcessPrints() throws {
    let grade = try grade(
      #"seal '{"status":"wrong","mistake":"completion-order","says":"Not so.","seed":3}'"#)
    XCTAssertEqual(grade.status, .wrong)
    XCTAssertEqual(grade.mistake, "completion-order")
    XCTAssertEqual(grade.says, "Not so.")
    XCTAssertEqual(grade.seed, 3)
    XCTAssertNil(grade.printed)
  }

  func testTheProcessIsToldWhomToJudge() throws {
    XCTAssertEqual(
      try grade("echo \"$@\"; seal '\(Self.passed)'").printed, "--candidate solution --sealed")
  }

  func testWhatTheLearnerPrintsStandsBesideTheGrade() throws {
    let grade = try grade(
      #"echo 'one'; printf '{"a":\n'; seal '\#(Self.passed)'; printf 'two\033[2J\342\200\256'"#)
    XCTAssertEqual(grade.status, .passed)
    XCTAssertEqual(
      grade.printed, "one\n{\"a\":\ntwo\\u{1B}[2J\\u{202E}", "and no escape sequence reaches the terminal")
  }

  func testWhatIsPrintedInTheMiddleOfTheGradeLeavesItWhole() throws {
    let says = String(repeating: "Not só. ", count: 300)
    let grade = try grade(
      """
      printf 'half a line\\r'
      seal '{"status":"wrong","says":"\(says)"}' >lines
      grep . lines | while IFS= read -r line; do printf '\\n%s\\nbetween\\r\\n{"status' "$line"; done
      """)
    XCTAssertEqual(grade.status, .wrong)
    XCTAssertTrue(grade.says == says, grade.says)
    XCTAssertTrue(try XCTUnwrap(grade.printed).hasPrefix("half a line\\r\nbetween\\r\n"), grade.printed ?? "")
  }

  /// Whatever a learner's code prints, and however it ends: only what carries the seal is a grade.
  func testNoPrintingAndNoEndingForgesAGrade() throws {
    let foreign = "0123456789abcdef0123456789abcdef"
    let program = try Executable("test-program").path
    for forgery in [
      "echo '\(Self.passed)'", "printf '\\n%s' '\(Self.passed)'",
      "echo '#grade 0123456789abcdef 1/1 \(Self.passed)'",
      "echo '#grade  1/1 \(Self.passed)'", "echo '#grade 0123456789abcdef 0/0 \(Self.passed)'",
      "echo \(foreign) | '\(program)' seal '\(Self.passed)'", "'\(program)' seal '\(Self.passed)' </dev/null",
      "for file in 1 2 3 4 5 6 7 8 9; do { echo '\(Self.passed)' >&$file; } 2>/dev/null; done",
    ] {
      for end in ["exit 0", "exit 1", "ulimit -c 0; kill -6 $$", "kill -15 $$", "exec /bin/true"] {
        let grade = try grade("read -r taken; exec </dev/null; \(forgery); \(end)")
        XCTAssertEqual(grade.status, .crashed, "\(forgery); \(end)")
      }
      let grade = try grade(
        "read -r seal; exec </dev/null; \(forgery)\necho \"$seal\" | '\(program)' seal '{\"status\":\"wrong\",\"says\":\"No.\"}'"
      )
      XCTAssertEqual(
        grade.status, .wrong, "a learner who prints a grade does not change their own: \(forgery)")
    }
  }

  func testAGradeThatWasChangedOnItsWayIsNone() throws {
    let grade = try grade(
      #"seal '{"status":"wrong","says":"Not so."}' | sed 's/wrong/passed/; s/Not so/Right/'; exit 0"#)
    XCTAssertEqual(grade.status, .crashed)
  }

  func testAGradeCountsOnlyIfTheProcessEndsAsItShould() throws {
    for end in ["exit 1", "exit 74", "ulimit -c 0; kill -6 $$"] {
      XCTAssertEqual(try grade("seal '\(Self.passed)'; \(end)").status, .crashed, end)
    }
  }

  func testOfManyPrintedLinesTheFirstAreKept() throws {
    let printed = try XCTUnwrap(try grade("seq 1 50; seal '\(Self.passed)'").printed)
    XCTAssertTrue(printed.hasPrefix("1\n2\n"))
    XCTAssertTrue(printed.hasSuffix("20\n(and 30 more lines)"), printed)
  }

  func testACrashIsNamedByItsSignalWithTheLastOfStandardError() throws {
    for (signal, name) in [
      (SIGILL, "SIGILL"), (SIGTRAP, "SIGTRAP"), (SIGSEGV, "SIGSEGV"), (SIGABRT, "SIGABRT"),
    ] {
      let grade = try grade(
        "echo 'Overlap.swift:24: Fatal error: Index out of range' >&2; ulimit -c 0; kill -\(signal) $$")
      XCTAssertEqual(grade.status, .crashed)
      XCTAssertTrue(grade.says.contains(name), grade.says)
      XCTAssertTrue(grade.says.contains("Overlap.swift:24: Fatal error: Index out of range"), grade.says)
    }
  }

  func testEveryEndWithoutAGradeHasItsName() throws {
    for (script, name) in [
      ("exit 0", "ends-the-process"), ("ulimit -c 0; kill -4 $$", "crashes"),
      (
        "echo 'SWIFT TASK CONTINUATION MISUSE: it() tried to resume its continuation more than once' >&2; kill -4 $$",
        "resumed-twice"
      ),
      ("while :; do :; done", "never-ends"), ("yes", "prints-without-end"),
    ] {
      XCTAssertEqual(try grade(script, timeLimit: .seconds(2)).mistake, name)
    }
  }

  func testOfTheRuntimesBacktraceOnlyThePlaceIsTold() throws {
    let grade = try grade(
      """
      echo 'ContiguousArrayBuffer.swift:692: Fatal error: Index out of range' >&2
      echo 'swift-runtime: failed to suspend thread 4711 while processing a crash' >&2
      echo '*** Signal 4: Backtracing from 0x7fbfebd6df7f... done ***' >&2
      echo '2 [ra] 0x00007f5a7458 Array.subscript.getter + 124 in libswiftCore.so' >&2
      echo '3 [ra] 0x0000563636fb bounded(_:atMost:) + 230 in it at /home/Lessons/01-it/Exercises/Bounded.swift:26:17' >&2
      echo '4 [ra] 0x0000563636fc bounded(_:atMost:) + 240 in it at /home/Lessons/01-it/Exercises/Bounded.swift:29:17' >&2
      ulimit -c 0; kill -4 $$
      """)
    XCTAssertEqual(
      grade.says,
      "Your code crashed (SIGILL, a trap). It happened at Lessons/01-it/Exercises/Bounded.swift:26.\n"
        + "  ContiguousArrayBuffer.swift:692: Fatal error: Index out of range")
  }

  func testOfTheQuestionsTheLastOneIsToldWhereItEnded() throws {
    let questions = """
      echo 'The question was: 0.5 over 2 cores.' >&2; echo 'Overlap.swift:24: Fatal error' >&2
      echo 'The question was: nothing over 4 cores.' >&2
      """
    for end in ["ulimit -c 0; kill -4 $$", "exit 3", "while :; do :; done"] {
      let says = try grade("\(questions)\n\(end)", timeLimit: .seconds(2)).says
      XCTAssertTrue(says.contains(" The question was: nothing over 4 cores."), "\(end): \(says)")
      XCTAssertFalse(says.contains("0.5 over 2"), "\(end): \(says)")
    }
  }

  func testAnEndWithoutAGradeIsACrash() throws {
    for script in ["exit 3", "exit 0", "echo '{\"status\":\"excellent\"}'"] {
      let grade = try grade(script)
      XCTAssertEqual(grade.status, .crashed, script)
      XCTAssertTrue(grade.says.contains("exit status"), grade.says)
    }
  }

  func testAProcessThatNeverEndsIsStoppedWithAllThatItStarted() throws {
    let grade = try grade(
      "echo hello; sh -c 'echo $$ >child; while :; do :; done' & while :; do :; done", timeLimit: .seconds(1))
    XCTAssertEqual(grade.status, .timedOut)
    // On a machine that is too busy the second process may not have come about in time.
    guard let child = try? String(contentsOf: folder.appending(path: "child"), encoding: .utf8),
      let number = pid_t(child.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return }
    XCTAssertEqual(grade.printed, "hello")
    XCTAssertTrue(isGone(number))
  }

  func testAProcessThatLeavesOthersBehindIsNotWaitedForAndTheyAreEnded() throws {
    let grade = try grade("sh -c 'while :; do :; done' & echo $! >child; seal '\(Self.passed)'")
    XCTAssertEqual(grade.status, .passed)
    let child = try String(contentsOf: folder.appending(path: "child"), encoding: .utf8)
    XCTAssertTrue(isGone(try XCTUnwrap(pid_t(child.trimmingCharacters(in: .whitespacesAndNewlines)))))
  }

  func testAProcessThatClosesItsOutputIsStillStopped() throws {
    XCTAssertEqual(
      try grade("exec >&- 2>&-; while :; do :; done", timeLimit: .milliseconds(300)).status, .timedOut)
  }

  func testAProcessThatPrintsWithoutEndIsStopped() throws {
    for stream in ["", ">&2"] {
      let grade = try grade("while :; do echo 0123456789012345678901234567890123456789 \(stream); done")
      XCTAssertEqual(grade.status, .flooded)
      XCTAssertLessThan(grade.printed?.utf8.count ?? 0, 5000)
    }
  }

  /// The grade is not what the learner prints, and neither are the line ends that keep the two apart.
  func testTheLimitOnOutputIsExact() throws {
    let says = String(repeating: "Not so. ", count: 300)
    let wrong = "{\"says\":\"\(says)\",\"status\":\"wrong\"}"
    for script in [
      "printf '%0999d\\n' 0; seal '\(wrong)'", "printf '%01000d' 0; seal '\(wrong)'",
      "printf '\\n\\n%0498d' 0; seal '\(wrong)'; printf '%0500d' 0",
      "printf '#grade%0994d' 0; seal '\(wrong)'",
      "seal '\(wrong)' | while read -r line; do printf '\\n%s\\n' \"$line\"; done; printf '%0980d' 0",
    ] {
      XCTAssertEqual(try grade(script, outputLimit: 1000).status, .wrong, script)
    }
    for script in [
      "printf '%01000d\\n' 0; seal '\(wrong)'", "printf '%01001d' 0; seal '\(wrong)'",
      "printf '\\n\\n%0499d' 0; seal '\(wrong)'; printf '%0500d' 0",
      "printf '#grade%0995d' 0; seal '\(wrong)'", "printf ' #grade %01000d' 0; seal '\(wrong)'",
    ] {
      XCTAssertEqual(try grade(script, outputLimit: 1000).status, .flooded, script)
    }
  }

  /// A long timeline makes a long grade; the shell can pass on 128 KiB at most.
  func testALongGradeIsNoFlood() throws {
    let spans = (0..<2500).map { #"{"end":\#($0 + 1),"kind":"wait","start":\#($0)}"# }.joined(separator: ",")
    let lane = #"{"arrival":0,"departure":2500,"label":"core 1","spans":[\#(spans)]}"#
    let long = #"{"says":"Not so.","status":"wrong","yours":{"lanes":[\#(lane)]}}"#
    XCTAssertGreaterThan(long.utf8.count, 80 << 10)
    let seal = "seal '\(long)'"
    let quiet = try grade(seal)
    XCTAssertEqual(quiet.status, .wrong, quiet.says)
    XCTAssertEqual(quiet.yours?.lanes[0].spans.count, 2500)
    let talkative = try grade("head -c 60000 /dev/zero | tr '\\0' x; \(seal); echo; echo end")
    XCTAssertEqual(talkative.status, .wrong, talkative.says)
    XCTAssertEqual(talkative.yours, quiet.yours)
    XCTAssertEqual(talkative.printed?.hasSuffix("end"), true)
    XCTAssertEqual(try grade("head -c 66000 /dev/zero | tr '\\0' x; \(seal)").status, .flooded)
  }

  /// What only looks like a grade has no room without end either, and does not take the learner's own grade's away.
  func testLinesThatLookLikeAGradeHaveTheirLimit() throws {
    let forged = "#grade 0123456789abcdef 1/1 \(Self.passed)"
    for line in [forged, "#grade ", "#grade 0 1/2 x"] {
      let grade = try grade("exec yes '\(line)'")
      XCTAssertEqual(grade.status, .flooded, line)
      XCTAssertLessThan(grade.printed?.utf8.count ?? 0, 5000)
    }
    let honest = try grade("yes '\(forged)' | head -n 1000; seal '{\"says\":\"No.\",\"status\":\"wrong\"}'")
    XCTAssertEqual(honest.status, .wrong, honest.says)
  }

  func testAMegabyteOfOutputIsAFlood() throws {
    let grade = try grade("head -c 1000000 /dev/zero | tr '\\0' x; seal '\(Self.passed)'")
    XCTAssertEqual(grade.status, .flooded)
    XCTAssertLessThan(grade.printed?.utf8.count ?? 0, 5000)
  }

  func testNothingIsOnStandardInputBehindTheSeal() throws {
    let grade = try grade("read -r seal; cat; echo \"$seal\" | seal '\(Self.passed)'")
    XCTAssertEqual(grade.status, .passed)
    XCTAssertNil(grade.printed)
  }

  func testAnExecutableThatIsNotThereIsAComplaint() throws {
    let process = GradingProcess(executable: folder.appending(path: "nowhere"))
    XCTAssertThrowsError(try process.run()) { error in
      XCTAssertEqual((error as? Complaint)?.status, .unavailable)
      XCTAssertEqual((error as? Complaint)?.advice, ["Build it first: swift build --product nowhere"])
    }
  }
}
