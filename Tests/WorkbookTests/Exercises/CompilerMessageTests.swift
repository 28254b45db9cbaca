import Foundation
import LessonKit
import XCTest

@testable import Workbook
@testable import workshop

final class CompilerMessageTests: XCTestCase {
  private let root = URL(fileURLWithPath: "/home/me/workbook")
  private let output = """
    Building for debugging...
    [0/2] Write swift-version-6A52383ED409C6A7.txt
    [3/5] Emitting module OverlapExercise
    /home/me/workbook/Lessons/01-serial-vs-async/Exercises/Overlap.swift:21:10: error: cannot find 'foo' in scope
    20 | ) async throws -> [Response] {
    21 |   return foo
       |          `- error: cannot find 'foo' in scope
    22 | }
    /home/me/workbook/Lessons/01-serial-vs-async/Bars.swift:3:1: warning: never used
    3 | let x = 1
    [4/5] Compiling OverlapExercise Overlap.swift
    /home/me/workbook/Lessons/01-serial-vs-async/Exercises/Overlap.swift:21:10: error: cannot find 'foo' in scope
    20 | ) async throws -> [Response] {
    21 |   return foo
       |          `- error: cannot find 'foo' in scope
    22 | }
    /home/me/workbook/Lessons/01-serial-vs-async/Grading/TwoCalls/TwoCallsGrading.swift:9:3: error: missing argument
    /home/me/workbook/Lessons/01-serial-vs-async/Exercises/TwoCalls.swift:4:6: note: 'twoCalls' declared here
    error: fatalError
    """

  func testErrorsKeepTheirLinesAndNothingElseIsLeft() {
    let messages = CompilerMessage.parse(output, root: root)
    XCTAssertEqual(
      messages.map(\.text),
      [
        """
        Lessons/01-serial-vs-async/Exercises/Overlap.swift:21:10: error: cannot find 'foo' in scope
        20 | ) async throws -> [Response] {
        21 |   return foo
           |          `- error: cannot find 'foo' in scope
        22 | }
        """,
        """
        Lessons/01-serial-vs-async/Grading/TwoCalls/TwoCallsGrading.swift:9:3: error: missing argument
        Lessons/01-serial-vs-async/Exercises/TwoCalls.swift:4:6: note: 'twoCalls' declared here
        """,
      ])
    XCTAssertEqual(messages.map(\.line), [21, 9])
  }

  func testWithoutErrorsTheWarningsAreLeft() {
    let messages = CompilerMessage.parse(output.replacing("error", with: "warning"), root: root)
    XCTAssertEqual(messages.count, 3)
    XCTAssertFalse(messages.contains(where: \.isError))
  }

  func testWhatNamesNoFileIsNoMessage() {
    XCTAssertEqual(CompilerMessage.parse("error: no space left on device\n", root: root), [])
  }

  private func shown(_ lines: String...) -> [String] {
    CompilerMessage.parse(
      (["/home/me/workbook/a.swift:2:22: error: cannot find 'foo' in scope"] + lines).joined(separator: "\n"),
      root: root
    )[0].lines.dropFirst().map(\.self)
  }

  func testWhatPointsAtTheCodeStillDoesWhenTabsAreSpaces() {
    XCTAssertEqual(
      shown(
        "1 | func f() {", "2 | \t\tlet x = foo", "  |           `- error: cannot find", "3 | \tif y {\tbar }",
        "  | |      |  `- note: here"),
      [
        "1 | func f() {",
        "2 |         let x = foo",
        "  |                 `- error: cannot find",
        "3 |     if y {  bar }",
        "  | |         |   `- note: here",
      ])
  }

  func testWhatIsInvisibleInTheCodeIsWrittenOutAndTheMarksFollow() {
    XCTAssertEqual(
      shown(
        "2 |   let x = \"\u{202E}\u{1B}ä😀\" + foo\u{1B}[2J", "  |                     `- error: \u{1B}[2Jno"),
      [
        "2 |   let x = \"\\u{202E}\\u{1B}ä😀\" + foo\\u{1B}[2J",
        "  |                                  `- error: \\u{1B}[2Jno",
      ])
  }

  func testALineOrAMessageWithoutEndIsCut() {
    XCTAssertLessThan(shown("2 | \(String(repeating: "x", count: 100_000))")[0].count, 260)
    let lines = CompilerMessage.parse(
      "/home/me/workbook/a.swift:2:22: error: no\n" + (1...99).map { "\($0) | x\n" }.joined(), root: root)[0]
      .lines
    XCTAssertEqual(lines.count, 31)
    XCTAssertEqual(lines.last, "(and 70 more lines)")
  }

  func testFilesWithTheLineEndsOfWindowsAreShownAsOthers() {
    XCTAssertEqual(shown("1 | func f() {\r", "2 | }\r", ""), ["1 | func f() {", "2 | }"])
  }

  func testWhatLearnersOfConcurrencyMeetMostGetsASentenceOnWhatToDo() throws {
    // As Swift 6.3 says it.
    for (error, word) in [
      ("sending 'c' risks causing data races [#SendingRisksDataRace]", "Sendable"),
      (
        "sending value of non-Sendable type '() async -> ()' risks causing data races [#SendingRisksDataRace]",
        "Sendable"
      ),
      (
        "passing closure as a 'sending' parameter risks causing data races between code in the current task and concurrent "
          + "execution of the closure", "Let each task return"
      ),
      ("mutation of captured var 'count' in concurrently-executing code", "Let each task return"),
      ("reference to captured var 'count' in concurrently-executing code", "[count] in"),
      ("expression is 'async' but is not marked with 'await'", "`await` before it"),
      ("'async' call in a function that does not support concurrency", "Only an `async` function"),
      (
        "cannot pass function of type '(Int) async throws -> Int' to parameter expecting synchronous function type",
        "`for` loop"
      ),
      (
        "the compiler is unable to type-check this expression in reasonable time; try breaking up the expression into distinct "
          + "sub-expressions", "Give its parts names"
      ),
      ("call can throw, but it is not marked with 'try' and the error is not handled", "`try` before it"),
      ("instance method 'wait' is unavailable from asynchronous contexts", "keep the thread"),
      (
        "var 'shared' is not concurrency-safe because it is nonisolated global shared mutable state",
        "Move it into"
      ),
      (
        "actor-isolated property 'money' can not be mutated from a nonisolated context", "method of the actor"
      ),
    ] {
      XCTAssertTrue(try XCTUnwrap(CompilerAdvice.on(error), error).says.contains(word), error)
    }
    XCTAssertNil(CompilerAdvice.on("cannot find 'foo' in scope"))
  }
}
