import Foundation
import Platform
import Processes
import TestSupport
import XCTest

/// Programs that are run, with small scripts of the shell in their place.
final class ChildProcessTests: XCTestCase {
  private func shell(_ script: String, timeLimit: Duration? = .seconds(60)) -> Program {
    Program("/bin/sh", ["-c", script], timeLimit: timeLimit)
  }

  func testKeepsWhatIsWrittenAndHowItEnded() throws {
    for (script, end, output, errors) in [
      ("echo out; echo err >&2", ChildProcess.End.exited(0), "out\n", "err\n"),
      ("exit 3", .exited(3), "", ""),
      ("printf abc; kill -9 $$", .signalled(9), "abc", ""),
      ("cat", .exited(0), "", ""),
      ("exec >&- 2>&-; exit 4", .exited(4), "", ""),
    ] {
      XCTAssertEqual(
        try shell(script).run(), ChildProcess.Outcome(end: end, output: output, errors: errors), script)
    }
  }

  func testBothOutputsAreReadAndNoMoreIsKeptThanTheLimit() throws {
    // Standard error is written first, and more of it than a pipe holds: reading one behind the other would never end.
    var program = shell(
      "head -c 1000000 /dev/zero | tr '\\0' y >&2; head -c 1000000 /dev/zero | tr '\\0' x")
    program.outputLimit = 700_000
    let outcome = try program.run()
    XCTAssertEqual(outcome.end, .exited(0))
    XCTAssertEqual(outcome.output, String(repeating: "x", count: 700_000))
    XCTAssertEqual(outcome.errors, String(repeating: "y", count: 700_000))
  }

  func testAProgramThatFloodsIsEndedIfThatIsWanted() throws {
    for stream in ["", ">&2"] {
      var program = shell("while :; do echo 0123456789 \(stream); done")
      program.outputLimit = 1000
      program.endsIfItFloods = true
      let outcome = try program.run()
      XCTAssertEqual(outcome.end, .flooded)
      XCTAssertEqual(outcome.output.utf8.count + outcome.errors.utf8.count, 1000)
    }
  }

  func testAProgramThatTakesTooLongIsEndedWithAllThatItStarted() throws {
    let outcome = try shell(
      "sh -c 'echo $$; while :; do :; done' & while :; do :; done", timeLimit: .seconds(1)
    ).run()
    XCTAssertEqual(outcome.end, .timedOut)
    // On a machine that is too busy there may not have been a second one yet.
    if let other = pid_t(outcome.output.trimmingCharacters(in: .newlines)) { XCTAssertTrue(isGone(other)) }
  }

  func testAProgramIsGivenTimeToEndInGoodOrder() throws {
    var program = shell("trap 'echo tidied up; exit 5' TERM; echo ready; while :; do :; done")
    program.grace = .seconds(60)
    let child = try program.start()
    XCTAssertNotNil(child.firstLine())
    let outcome = child.waitUntilEnd(isInterrupted: { true })
    XCTAssertEqual(outcome, .init(end: .interrupted, output: "ready\ntidied up\n", errors: ""))
  }

  func testAProgramThatDoesNotListenIsEndedNevertheless() throws {
    var program = shell("trap '' TERM; echo ready; while :; do :; done")
    program.grace = .milliseconds(50)
    let child = try program.start()
    XCTAssertNotNil(child.firstLine())
    XCTAssertEqual(child.waitUntilEnd(isInterrupted: { true }).end, .interrupted)
    XCTAssertTrue(isGone(child.id))
  }

  func testWhatAProgramLeavesBehindEndsWithIt() throws {
    let outcome = try shell("sh -c 'while :; do :; done' & echo $!").run()
    XCTAssertEqual(outcome.end, .exited(0))
    XCTAssertTrue(isGone(try XCTUnwrap(pid_t(outcome.output.trimmingCharacters(in: .newlines)))))
  }

  func testAProgramThatNobodyWaitsForEndsWithItsObject() throws {
    var child: ChildProcess? = try shell("echo ready; while :; do :; done").start()
    let id = try XCTUnwrap(child?.id)
    XCTAssertNotNil(child?.firstLine())
    child = nil
    XCTAssertEqual(kill(id, 0), -1, "it runs, or nobody has reaped it")
  }

  func testSeveralProgramsSeeTheEndOfTheirInputTogether() throws {
    let input = try InputPipe()
    let children = try (0..<3).map { try shell("echo ready; cat; echo gone \($0)").start(input: input) }
    for child in children { XCTAssertNotNil(child.firstLine()) }
    input.end()
    XCTAssertEqual(children.map { $0.waitForOutput() }, (0..<3).map { "ready\ngone \($0)\n" })
    for child in children { XCTAssertEqual(child.waitUntilEnd().end, .exited(0)) }
  }

  func testAProgramReadsWhatItIsGiven() throws {
    XCTAssertEqual(
      try shell("read a; read b; echo $b $a").run(input: InputPipe("one\ntwo\n")).output, "two one\n")
  }

  func testALineThatDoesNotComeIsNotWaitedFor() throws {
    for script in ["printf half", "exit 0"] {
      XCTAssertNil(try shell(script).start().firstLine(), script)
    }
    XCTAssertNil(try shell("while :; do :; done", timeLimit: .milliseconds(50)).start().firstLine())
  }

  func testWhatIsWrittenMeanwhileIsShownMeanwhile() throws {
    let input = try InputPipe()
    var seen = ""
    let outcome = try shell("echo one; cat; echo two").start(input: input).waitUntilEnd(watch: { _, new in
      seen += new
      if seen == "one\n" { input.end() }
    })
    XCTAssertEqual(outcome.output, "one\ntwo\n")
  }

  func testNothingStaysOpen() throws {
    func open() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count }
    let before = try open()
    for _ in 0..<5 {
      _ = try shell("echo out").run(input: InputPipe("in"))
      _ = try shell("while :; do :; done").start()
      _ = try? Program("/nonexistent").run()
    }
    XCTAssertEqual(try open(), before)
  }

  func testAProgramThatCannotBeStartedIsNamedWithTheReason() {
    XCTAssertThrowsError(try Program("/nonexistent").run()) {
      XCTAssertEqual($0 as? SystemError, SystemError("posix_spawn", code: ENOENT))
    }
  }

  func testAProgramThatIsInterruptedEndsWhatItHasStarted() throws {
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      let (program, children) = try parent()
      kill(program.id, signal)
      XCTAssertEqual(program.waitUntilEnd().end, .signalled(signal))
      XCTAssertTrue(isGone(children[0]))
    }
  }

  func testWhateverEndsAProgramEndsAllThatItHasStarted() throws {
    try onlyWithAGuard()
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGKILL, SIGUSR1] {
      let (program, children) = try parent()
      kill(program.id, signal)
      // The test's own guard ends nothing before it is waited for.
      for child in children {
        XCTAssertTrue(isGone(child), "signal \(signal) leaves \(child) of \(children)")
      }
      XCTAssertEqual(program.waitUntilEnd().end, .signalled(signal))
    }
  }

  func testAStrayEndsWithAProgramThatEndsByItself() throws {
    try onlyWithAGuard()
    let path = try Executable("test-program").path
    let input = try InputPipe()
    let child = try shell("'\(path)' stray & read line; exit 0").start(input: input)
    let stray = try XCTUnwrap(child.firstLine().flatMap { Int32($0) })
    input.end()
    XCTAssertEqual(child.waitUntilEnd().end, .exited(0))
    XCTAssertTrue(isGone(stray))
  }

  func testASuspendedProgramSuspendsWhatItHasStarted() throws {
    try onlyWithAGuard()
    let (program, children) = try parent()
    kill(program.id, SIGTSTP)
    for id in [program.id] + children { XCTAssertTrue(try waits(id) { $0 == "T" }, "\(id) is not stopped") }
    kill(program.id, SIGCONT)
    for id in [program.id] + children { XCTAssertTrue(try waits(id) { $0 != "T" }, "\(id) does not go on") }
    kill(program.id, SIGTERM)
    XCTAssertEqual(program.waitUntilEnd().end, .signalled(SIGTERM))
  }

  /// A program that has started another and, through that, a stray in a session of its own; with the numbers of both.
  private func parent() throws -> (ChildProcess, [Int32]) {
    let program = try Executable("test-program").program([]).start()
    let children = try XCTUnwrap(program.firstLine()).split(separator: " ").compactMap { Int32($0) }
    XCTAssertEqual(children.count, 2)
    return (program, children)
  }

  /// Waits until the system says a state of a process that is wanted.
  private func waits(_ process: Int32, until isWanted: (Character) -> Bool) throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      let state = try Program("/bin/ps", ["-o", "stat=", "-p", "\(process)"]).run().output
      if let first = state.first(where: { !$0.isWhitespace }), isWanted(first) { return true }
    }
    return false
  }

  private func onlyWithAGuard() throws {
    guard OperatingSystem.name == "Linux" else {
      throw XCTSkip("only Linux tells a process what its descendants are")
    }
  }
}
