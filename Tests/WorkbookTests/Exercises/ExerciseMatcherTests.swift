import Console
import LessonKit
import XCTest

@testable import Workbook

final class ExerciseMatcherTests: XCTestCase {
  private static let first = MadeUpSyllabus.lessons[0]
  private static let second = MadeUpSyllabus.lessons[1]

  private static func exercise(_ lesson: SyllabusEntry, _ position: Int, _ name: String, _ base: String)
    -> CatalogueExercise
  {
    CatalogueExercise(
      lesson: lesson, name: name, position: position, question: "",
      file: "Lessons/\(lesson.folder)/Exercises/\(base).swift")
  }

  private let exercises = [
    exercise(first, 1, "overlap", "Overlap"), exercise(first, 2, "two-calls", "TwoCalls"),
    exercise(second, 1, "shed", "Shed"), exercise(second, 2, "two-queues", "TwoQueues"),
  ]

  private var matcher: ExerciseMatcher { ExerciseMatcher(exercises, lessons: [Self.first, Self.second]) }

  func testAnExerciseIsFoundByEveryNameThatPeopleType() throws {
    for (typed, name) in [
      ("overlap", "overlap"), ("Overlap", "overlap"), ("over", "overlap"), ("1/overlap", "overlap"),
      ("serial-vs-async/overlap", "overlap"), ("serial/overlap", "overlap"), ("1.2", "two-calls"),
      ("two_calls", "two-calls"),
      ("twocalls", "two-calls"), ("TwoCalls.swift", "two-calls"), ("2/two", "two-queues"), ("2.1", "shed"),
      ("Lessons/01-serial-vs-async/Exercises/TwoCalls.swift", "two-calls"),
      ("/home/me/workbook/Lessons/01-serial-vs-async/Exercises/Overlap.swift", "overlap"),
    ] {
      XCTAssertEqual(try matcher.one(typed).name, name, typed)
      XCTAssertEqual(try matcher.select([typed]).map(\.name), [name], typed)
    }
  }

  func testALessonStandsForItsExercises() throws {
    for typed in ["1", "01", "serial-vs-async", "serial", "1/"] {
      XCTAssertEqual(try matcher.select([typed]).map(\.name), ["overlap", "two-calls"], typed)
    }
  }

  func testNothingTypedMeansAllAndNothingIsTakenTwice() throws {
    XCTAssertEqual(try matcher.select([]), exercises)
    XCTAssertEqual(
      try matcher.select(["shed", "1", "overlap"]).map(\.name), ["overlap", "two-calls", "shed"])
  }

  func testAWrongNameGetsTheNearest() {
    let cases: [(String, String, [String])] = [
      ("overlpa", "there is no exercise 'overlpa'", ["Did you mean overlap?"]),
      ("1/shed", "lesson 1 has no exercise 'shed'", ["'lessons check' shows all exercises."]),
      ("1/tow-calls", "lesson 1 has no exercise 'tow-calls'", ["Did you mean two-calls?"]),
      ("xyzzy", "there is no exercise 'xyzzy'", ["'lessons check' shows all exercises."]),
      ("serial-vs-asnyc", "there is no exercise 'serial-vs-asnyc'", ["Did you mean serial-vs-async?"]),
      (
        "two", "'two' could be any of 2 exercises",
        ["serial-vs-async/two-calls", "scalability-vs-speed/two-queues"]
      ),
    ]
    for (typed, message, advice) in cases {
      XCTAssertThrowsError(try matcher.select([typed]), typed) {
        XCTAssertEqual($0 as? Complaint, .usage(message, advice: advice))
      }
    }
  }

  func testOneExerciseIsNotALesson() {
    XCTAssertThrowsError(try matcher.one("2")) {
      XCTAssertEqual(
        ($0 as? Complaint)?.advice, ["scalability-vs-speed/shed", "scalability-vs-speed/two-queues"])
    }
  }
}
