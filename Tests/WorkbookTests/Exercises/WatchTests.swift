import Console
import LessonKit
import Report
import XCTest

@testable import Workbook
@testable import workshop

/// What keys and saves make of the screen, and how the screen is laid out.
final class WatchTests: XCTestCase {
  private var place: ExerciseCheckout!

  override func setUpWithError() throws { place = try ExerciseCheckout() }

  private func session(
    passed: Set<String> = [], from first: CatalogueExercise? = nil
  ) -> WatchSession {
    let known = place.exercises.map { ($0, passed.contains($0.name) ? ExerciseStatus.passed : .toDo) }
    return WatchSession(place.exercises, known: Dictionary(uniqueKeysWithValues: known), from: first)
  }

  func testItBeginsWithTheFirstThatIsNotPassedOrWithTheOneNamed() {
    XCTAssertEqual(session().current.name, "overlap")
    XCTAssertEqual(session(passed: ["overlap"]).current.name, "bounded-calls")
    XCTAssertEqual(session(passed: ["overlap", "bounded-calls"]).current.name, "overlap")
    XCTAssertEqual(session(from: place.exercises[1]).current.name, "bounded-calls")
  }

  func testNextGoesRoundAndPassesOverWhatIsDone() {
    var walk = session()
    XCTAssertEqual(walk.press("n"), .judge)
    XCTAssertEqual(walk.current.name, "bounded-calls")
    _ = walk.press("n")
    XCTAssertEqual(walk.current.name, "overlap")
    var rest = session(passed: ["bounded-calls"])
    _ = rest.press("n")
    XCTAssertEqual(rest.current.name, "bounded-calls", "where no other is left it goes on all the same")
  }

  func testTheExerciseThatIsSavedIsTheOneThatIsWorkedOn() {
    var walk = session()
    walk.view = .list
    XCTAssertEqual(walk.saved([place.exercises[1]]), .judge)
    XCTAssertEqual(walk.current.name, "bounded-calls")
    XCTAssertEqual(walk.view, .grade)
    _ = walk.saved(place.exercises)
    XCTAssertEqual(walk.current.name, "bounded-calls", "where all are saved, none is left for another")
  }

  func testOnlyAYesPutsTheFileBack() {
    for (key, action) in [
      ("y", WatchSession.Action.reset), ("n", .draw), ("r", .draw), ("q", .draw), ("\u{1B}", .draw),
    ] {
      var walk = session()
      XCTAssertEqual(walk.press("r"), .draw)
      XCTAssertEqual(walk.view, .askingForReset)
      XCTAssertEqual(walk.press(Character(key)), action, key)
      XCTAssertEqual(walk.view, .grade)
    }
  }

  func testTheSolutionIsForThoseWhoHavePassed() {
    var walk = session()
    XCTAssertEqual(walk.press("s"), .draw)
    walk.judged(GradedExercise(walk.current, Grade(status: .passed, says: "Right.")))
    XCTAssertEqual(walk.press("s"), .solution)
  }

  func testTheOtherKeys() {
    var walk = session()
    XCTAssertEqual(walk.press("h"), .hint)
    XCTAssertEqual(walk.press("l"), .draw)
    XCTAssertEqual(walk.view, .list)
    XCTAssertEqual(walk.press("x"), .draw)
    XCTAssertEqual(walk.view, .grade)
    for key in ["q", "Q", "\u{04}"] { XCTAssertEqual(walk.press(Character(key)), .quit) }
  }

  func testTheScreenIsFilledToItsLastRowAndNoFurther() {
    var walk = session()
    walk.judged(
      GradedExercise(walk.current, Grade(status: .wrong, mistake: "waits-for-the-whole-batch", says: "No.")))
    let sizes =
      [(24, 80), (10, 40), (50, 140)] + (1...12).flatMap { rows in [20, 33, 40, 63].map { (rows, $0) } }
    for (rows, width) in sizes {
      for view in [
        WatchSession.View.grade, .list, .askingForReset,
        .text((1...99).map { "line \($0) " + String(repeating: "x", count: 100) }),
      ] {
        walk.view = view
        let lines = WatchPage(walk, style: TextStyle(width: width), rows: rows, activity: "building ...")
          .lines
        XCTAssertEqual(lines.count, rows, "\(view)")
        XCTAssertTrue(lines.allSatisfy { DisplayWidth.of($0) <= width })
      }
    }
  }

  func testHeadlineAndKeysStayOnASmallScreen() {
    var walk = session()
    walk.judged(
      GradedExercise(walk.current, Grade(status: .wrong, mistake: "one-by-one", says: "You wait.")))
    for (rows, width) in [(24, 20), (24, 40), (16, 30), (12, 63), (8, 40), (6, 20), (3, 40), (2, 20)] {
      let lines = WatchPage(walk, style: TextStyle(width: width), rows: rows, activity: "building ...").lines
      XCTAssertTrue(lines[0].hasPrefix("✗ 1.1  overlap"), "\(rows) × \(width): \(lines)")
      let words = lines.joined(separator: " ").split(separator: " ")
      for key in ["n", "h", "o", "s", "r", "l", "q"] {
        XCTAssertTrue(words.contains { $0 == key }, "\(rows) × \(width) has no \(key): \(lines)")
      }
      if rows >= 6 {
        let all = lines.joined(separator: "\n")
        XCTAssertTrue(all.contains("building ..."), all)
        XCTAssertTrue(all.contains("wrong: one-by-one"), all)
      }
    }
  }

  func testAFileThatIsGoneIsSaidAndCanBePutBack() {
    var walk = session()
    walk.judged(GradedExercise(walk.current, Grade(status: .passed, says: "Right.")))
    walk.fileIsGone()
    XCTAssertNil(walk.grade)
    guard case .text(let lines) = walk.view else { return XCTFail("\(walk.view)") }
    XCTAssertEqual(lines[0], "\(walk.current.file) is gone.")
    XCTAssertEqual(walk.press("r"), .draw)
    XCTAssertEqual(walk.press("y"), .reset)
  }

  func testPagesTurnAndShowEveryLine() {
    var walk = session()
    walk.show((1...30).map { "line \($0)." })
    var seen: Set<String> = []
    for _ in 0..<4 {
      seen.formUnion(WatchPage(walk, style: TextStyle(), rows: 14).lines.filter { $0.hasPrefix("line") })
      _ = walk.press(" ")
    }
    XCTAssertEqual(seen.count, 30)
    XCTAssertEqual(
      WatchPage(walk, style: TextStyle(), rows: 14).lines[2], "line 1.",
      "behind the last page comes the first")
  }

  func testALineOfCodeIsFoldedWithItsColour() {
    var walk = session()
    walk.show(["\u{1B}[32m+" + String(repeating: "x", count: 50) + "\u{1B}[0m"])
    let lines = WatchPage(walk, style: TextStyle(width: 40, color: true), rows: 10).lines
    XCTAssertEqual(lines[2], "\u{1B}[32m+" + String(repeating: "x", count: 39) + "\u{1B}[0m")
    XCTAssertEqual(lines[3], "\u{1B}[32m    " + String(repeating: "x", count: 11) + "\u{1B}[0m")
  }

  func testWithoutATerminalOneIsToldHowToGoOn() throws {
    var terminal = try Terminal(try Arguments([], options: Terminal.options), environment: [:])
    (terminal.canAsk, terminal.canRedraw) = (true, true)
    XCTAssertNoThrow(try ExerciseRequest.requireTerminal(terminal, exercise: "overlap"))
    terminal.canAsk = false
    let complaint = assertComplaint(.unavailable) { () throws(Complaint) in
      try ExerciseRequest.requireTerminal(terminal, exercise: "overlap")
    }
    XCTAssertEqual(complaint.advice, ["Run 'lessons check overlap' after each save instead."])
  }
}
