import Console
import Foundation
import Processes
import TestSupport
import XCTest

/// The first run of a lesson, as a reader at a terminal has it.
final class FirstRunTests: XCTestCase {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  override func tearDown() { try? FileManager.default.removeItem(at: folder) }

  /// Starts lesson 1 at a terminal.
  private func run(_ words: String..., at terminal: PseudoTerminal) throws -> ChildProcess {
    try Executable("serial-vs-async").program(
      ["--time", "virtual", "--answers", answers.path] + words,
      environment: ["TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"], at: terminal.path
    ).start()
  }

  private var answers: URL { folder.appending(path: "answers/serial-vs-async.json") }

  func testTheFirstRunAsksAndTheSecondDoesNot() throws {
    let terminal = try PseudoTerminal()
    let first = try run(at: terminal)
    XCTAssertTrue(terminal.waits(for: "Guess before you look."))
    XCTAssertTrue(terminal.waits(for: "your guess (ms): "))
    terminal.type("500\n")
    XCTAssertTrue(terminal.waits(for: "you said 500 ms, and it is 500 ms. Right."))
    XCTAssertTrue(terminal.waits(for: "your reason, 1 to 3: "))
    terminal.type("2\n")
    XCTAssertTrue(terminal.waits(for: "Right. In a queue"))
    for _ in 1...4 {
      XCTAssertTrue(terminal.waits(for: "your guess"))
      terminal.type("\n")
    }
    XCTAssertTrue(terminal.waits(for: "15 claims: 15 hold."))
    XCTAssertEqual(first.waitUntilEnd().end, .exited(0))
    let kept = try XCTUnwrap(Answers(at: answers))
    XCTAssertEqual(kept.questions, 5)
    XCTAssertEqual(kept.answers.count, 5)
    XCTAssertEqual(kept.rightGuesses, 1)
    XCTAssertEqual(kept.rightReasons, 1)

    let second = try run(at: terminal)
    XCTAssertTrue(terminal.waits(for: "15 claims: 15 hold."), "it waits for nobody")
    XCTAssertEqual(second.waitUntilEnd().end, .exited(0))
    let again = try run("--predict", at: terminal)
    XCTAssertTrue(terminal.waits(for: "your guess (ms): "))
    terminal.type("q\n")
    XCTAssertTrue(terminal.waits(for: "15 claims: 15 hold."))
    XCTAssertEqual(again.waitUntilEnd().end, .exited(0))
    XCTAssertEqual(Answers(at: answers), kept, "who asks for no more keeps what was there")
  }

  func testWithNoPredictTheFirstRunAsksNothing() throws {
    let terminal = try PseudoTerminal()
    let run = try run("--no-predict", at: terminal)
    XCTAssertTrue(terminal.waits(for: "15 claims: 15 hold."))
    XCTAssertEqual(run.waitUntilEnd().end, .exited(0))
    XCTAssertNil(Answers(at: answers))
  }
}
