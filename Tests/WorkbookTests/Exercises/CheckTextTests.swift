import Console
import Figures
import LessonKit
import Measurement
import Report
import XCTest

@testable import Workbook
@testable import workshop

final class CheckTextTests: XCTestCase {
  private var place: ExerciseCheckout!

  override func setUpWithError() throws { place = try ExerciseCheckout() }

  private func wrong() -> Grade {
    var grade = Grade(
      status: .wrong, mistake: "one-by-one", says: "You wait for each before you begin the next.", seed: 7)
    func timeline(_ starts: [Int]) -> Timeline {
      Timeline(
        lanes: starts.enumerated().map { index, start in
          let (from, to) = (Duration.milliseconds(start), Duration.milliseconds(start + 100))
          return Lane(
            "request \(index + 1)", arrival: from, spans: [Span(.wait, from: from, to: to)], departure: to)
        })
    }
    grade.yours = timeline([0, 100])
    grade.expected = timeline([0, 0])
    grade.printed = "hello"
    return grade
  }

  private func page(_ style: TextStyle = TextStyle(width: 60)) -> [String] {
    CheckText(
      [
        GradedExercise(place.exercises[0], wrong()),
        GradedExercise(place.exercises[1], Grade(status: .toDo, says: "")),
      ], style: style
    ).lines
  }

  func testAnotherPictureStandsInThePlaceOfTheTimelines() {
    var grade = Grade(status: .wrong, says: "The second.")
    grade.drawings = [.bars(title: "In order", unit: "ms", bars: [("yours", 1), ("right", 2)])]
    let lines = GradeText(GradedExercise(place.exercises[0], grade), style: TextStyle(width: 60)).details
    XCTAssertEqual(lines.prefix(3), ["The second.", "", "In order"])
    XCTAssertEqual(lines.dropFirst(3).map { String($0.suffix(4)) }, ["1 ms", "2 ms"])
  }

  func testWhatIsWrongIsShownInFullWithBothTimelinesOnOneScale() {
    XCTAssertEqual(
      page().joined(separator: "\n"),
      """
      1 · Three requests, one thread
      ✗ 1.1  overlap        wrong: one-by-one
      · 1.2  bounded-calls  to do

      ── overlap: one-by-one ─────────────────────────────────────

      You wait for each before you begin the next.

      Your code printed:
        │ hello

      What your code does
      request 1  ░░░░░░░░░░░░░░░░░░░░░                      100 ms
      request 2                       ░░░░░░░░░░░░░░░░░░░░  100 ms

      What is expected
      request 1  ░░░░░░░░░░░░░░░░░░░░░                      100 ms
      request 2  ░░░░░░░░░░░░░░░░░░░░░                      100 ms
                 ┬─────────┬──────────┬─────────┬─────────┬
                 0        50         100       150       200 ms
                 ░░ waiting, thread given back

      It shows when tasks that are ready at the same time run in
      the order of seed 7.

        edit  Lessons/01-serial-vs-async/Exercises/Overlap.swift
        hint  lessons hint overlap

      2 exercises: 1 wrong, 1 to do.
      """)
  }

  func testNoLineIsWiderThanThePageAndASCIIIsEnough() {
    for width in [60, 80, 140] {
      for line in page(TextStyle(width: width, ascii: true)) {
        XCTAssertLessThanOrEqual(line.count, width, line)
        XCTAssertTrue(line.allSatisfy(\.isASCII), line)
      }
    }
  }

  func testColoursAreThereOnlyWhereTheyAreWanted() {
    XCTAssertFalse(page().contains { $0.contains("\u{1B}") })
    XCTAssertTrue(page(TextStyle(color: true)).contains { $0.hasPrefix("\u{1B}[31m✗\u{1B}[0m 1.1") })
  }

  func testWhenNothingIsWrongTheNextExerciseIsNamed() {
    let graded = [
      GradedExercise(place.exercises[0], Grade(status: .passed, says: "Right.")),
      GradedExercise(place.exercises[1], Grade(status: .toDo, says: "")),
    ]
    XCTAssertEqual(
      CheckText(graded, style: TextStyle(width: 80), invocation: "swift run lessons").lines.suffix(5),
      [
        "2 exercises: 1 passed, 1 to do.", "", "Next: bounded-calls",
        "  edit   Lessons/01-serial-vs-async/Exercises/BoundedCalls.swift",
        "  watch  swift run lessons watch bounded-calls",
      ])
  }

  func testTheReportHasEveryFieldInEveryRecord() {
    let graded = [GradedExercise(place.exercises[0], Grade(status: .doesNotBuild, says: "no"))]
    var progress = Progress()
    progress.exercises["overlap"] = Progress.Entry()
    progress.exercises["overlap"]?.met = [
      Progress.Misconception(
        mistake: "polls", times: 2, first: "2026-11-21T06:15:03Z", last: "2026-11-22T06:15:03Z")
    ]
    XCTAssertEqual(
      CheckReport(graded, progress: progress).json,
      """
      {
        "exercises" : [
          {
            "exercise" : "overlap",
            "file" : "Lessons/01-serial-vs-async/Exercises/Overlap.swift",
            "lesson" : "serial-vs-async",
            "line" : null,
            "mistake" : null,
            "says" : "no",
            "seed" : null,
            "status" : "does not build"
          }
        ],
        "misconceptions" : [
          {
            "exercise" : "overlap",
            "first" : "2026-11-21T06:15:03Z",
            "last" : "2026-11-22T06:15:03Z",
            "lesson" : "serial-vs-async",
            "mistake" : "polls",
            "times" : 2
          }
        ],
        "missing" : [

        ],
        "version" : 1
      }
      """)
  }
}
