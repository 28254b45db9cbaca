import TestSupport
import XCTest

/// The games' program, run as a process: keys on the command line, keys from lines.
final class ExecutableTests: XCTestCase {
  private func play(_ words: String..., input: String = "", locale: String = "C.UTF-8") throws
    -> Executable.Outcome
  {
    try Executable("play").run(words, input: input, environment: ["LANG": locale, "TERM": "xterm"])
  }

  func testKeysOnTheCommandLinePlayAGameToItsEnd() throws {
    let outcome = try play("loop", "--keys", "1 1 1 222 333")
    XCTAssertEqual(outcome.status, 0)
    XCTAssertEqual(outcome.errors, "")
    for part in [
      "Be the event loop · three requests at once\n",
      "\n  1   Request 1 works for 5 ms and then waits for the user's data until 70 ms.\n",
      "\nYou\nrequest 1  █▓▓▓▓▓▓▓█▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█                                      200 ms\n",
      "\nThe loop\nrequest 1  █░░░░░░░█░░░░░░░░░░░░░░░█                                      200 ms\n",
      "Request 3 took 500 ms; with the loop it takes 110 ms.",
    ] { XCTAssertTrue(outcome.output.contains(part), "\(part) is not in \(outcome.output)") }
    XCTAssertTrue(
      outcome.output.hasSuffix(
        "\nThe same again:\n  swift run lessons play loop three --keys 111222333\n"), outcome.output)
    XCTAssertFalse(outcome.output.contains("\u{1B}"))
    XCTAssertEqual(outcome.output.split(separator: "\n").filter { $0.count > 80 }, [])
    XCTAssertEqual(outcome.output.split(separator: "\n").filter { $0.hasSuffix(" ") }, [])
  }

  func testKeysThatEndTooSoonShowHowTheGameStands() throws {
    let outcome = try play("lock", "--keys", "122")
    XCTAssertEqual(outcome.status, 0)
    XCTAssertTrue(outcome.output.contains("  2   Not on offer: transfer 2 waits for the bank's lock"))
    XCTAssertTrue(
      outcome.output.contains(
        "\nWhose step is next? Only 1: transfer 2 waits for the bank's lock.\n\nThe keys end here.\n"))
  }

  func testAKeyThatMeansNothingIsWrongUsage() throws {
    for (words, message) in [
      (
        ["loop", "--keys", "129"],
        "lessons: key 3 of '129' is '9', which means nothing there\n  Who runs next: 1, 2 or 3? Or w: the thread sleeps.\n"
      ),
      (
        ["race", "--keys", "111122221"],
        "lessons: key 9 of '111122221' is '1', which means nothing there\n  The game was over by then.\n"
      ),
      (["raec"], "lessons: there is no game 'raec'\n  Did you mean race?\n"),
    ] {
      let outcome = try Executable("play").run(words)
      XCTAssertEqual(outcome.status, 64)
      XCTAssertEqual(outcome.errors, message)
      XCTAssertEqual(outcome.output, "", "what is wrong is told before anything is printed")
    }
  }

  func testWithoutATerminalKeysAreReadFromLines() throws {
    let outcome = try play("bank", input: "1122\n\nz\n12\n12\n")
    XCTAssertEqual(outcome.status, 0)
    XCTAssertTrue(outcome.output.contains("\nType keys, and then Enter: "))
    XCTAssertTrue(outcome.output.contains("\n'z' means nothing here. ? shows the rules.\n"))
    XCTAssertTrue(outcome.output.contains("Done: 30 of the customers' money is gone"))
    XCTAssertTrue(outcome.output.hasSuffix(" play bank race --keys 11221212\n"), outcome.output)
    let nothing = try play("loop")
    XCTAssertEqual(nothing.status, 0)
    XCTAssertFalse(nothing.output.contains("The same again"))
    XCTAssertTrue(try play(input: "1q2").output.hasSuffix(" play loop three --keys 1\n"))
  }

  func testASCIIWhereTheLocaleHasNothingElse() throws {
    for outcome in [
      try play("lock", "--keys", "122", locale: "C"), try play("loop", "--keys", "111222333", "--ascii"),
      try play("list", locale: "C"),
    ] {
      XCTAssertEqual(outcome.output.filter { !$0.isASCII }, "")
    }
  }

  func testTheListNamesEveryGameAndRound() throws {
    let outcome = try play("list")
    XCTAssertEqual(outcome.status, 0)
    for name in ["loop: ", "bank: ", "three ", "blocking ", "deadline ", "race ", "lock ", "deadlock "] {
      XCTAssertTrue(outcome.output.contains(name), name)
    }
  }
}
