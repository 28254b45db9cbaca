import EventLoop
import Figures
import Foundation
import Measurement
import Report
import XCTest

@testable import LessonKit

/// What becomes of a finding until the learner reads it.
final class GradeTests: XCTestCase {
  private typealias Function = @Sendable () -> Finding

  private let timeline = Timeline(lanes: [
    Lane("request 1", spans: [Span(.wait, from: .zero, to: .milliseconds(40))], departure: .milliseconds(40))
  ])
  private let longer = Timeline(lanes: [
    Lane("request 1", spans: [Span(.wait, from: .zero, to: .milliseconds(80))], departure: .milliseconds(80))
  ])

  private func mistake(_ name: String, _ says: String, detail: String) -> Mistake<Function> {
    let function: Function = { Finding(.mistake(name, detail: detail)) }
    return Mistake(name, says: says, function)
  }

  private func exercise(_ learner: Finding) -> Exercise {
    Exercise(
      "overlap", question: "Overlap.", file: "Overlap.swift", hints: ["Begin."],
      learner: { learner } as Function,
      solution: { Finding.passed() } as Function,
      mistakes: [
        mistake("too-slow", "You are too slow.", detail: "By 3 ms."),
        mistake("too-early", "You are too early.", detail: ""),
      ],
      examine: { $0() })
  }

  func testEveryOutcomeHasItsStatusAndItsWords() {
    for (finding, grade) in [
      (Finding(.toDo), Grade(status: .toDo, says: "Nobody has begun yet.")),
      (.passed(), Grade(status: .passed, says: "Right.")),
      (.passed("One thing more."), Grade(status: .passed, says: "Right. One thing more.")),
      (Finding(.different("No.")), Grade(status: .wrong, says: "No.")),
      (Finding(.different("No."), seed: 3), Grade(status: .wrong, says: "No.", seed: 3)),
      (Finding(.stalled("Never.")), Grade(status: .stalled, says: "Never.")),
      (
        Finding(.mistake("too-slow", detail: "By 9 ms.")),
        Grade(status: .wrong, mistake: "too-slow", says: "You are too slow. By 9 ms.")
      ),
      (
        Finding(.mistake("too-early", detail: "")),
        Grade(status: .wrong, mistake: "too-early", says: "You are too early.")
      ),
    ] {
      XCTAssertEqual(exercise(finding).grade(), grade)
    }
  }

  func testEveryCandidateIsJudgedByTheSameExamination() {
    let exercise = exercise(Finding(.toDo))
    XCTAssertEqual(exercise.grade(.learner).status, .toDo)
    XCTAssertEqual(exercise.grade(.solution).status, .passed)
    XCTAssertEqual(exercise.grade(.mistake("too-slow")).says, "You are too slow. By 3 ms.")
    XCTAssertEqual(exercise.grade(.mistake("unheard-of")).status, .wrong)
    XCTAssertEqual(exercise.mistakes.map(\.name), ["too-slow", "too-early"])
  }

  func testAGradeSurvivesItsWayThroughJSON() throws {
    let grade = exercise(
      Finding(.mistake("too-slow", detail: ""), yours: longer, expected: timeline, seed: 5)
    ).grade()
    XCTAssertEqual(try JSONDecoder().decode(Grade.self, from: JSONEncoder().encode(grade)), grade)
    XCTAssertEqual(grade.yours, longer)
  }

  func testTheCommandNamesWhatItDoesNotKnow() {
    let command = GradeCommand(exercises: [exercise(Finding(.toDo))])
    XCTAssertThrowsError(try command.run("overlapp", "learner")) {
      XCTAssertEqual(
        $0 as? Complaint,
        .usage("this lesson has no exercise 'overlapp'", advice: ["Did you mean overlap?"]))
    }
    XCTAssertThrowsError(try command.run("overlap", "too-sloww")) {
      XCTAssertEqual(
        $0 as? Complaint,
        .usage("exercise overlap has no known mistake 'too-sloww'", advice: ["Did you mean too-slow?"]))
    }
  }

  func testTheCommandListsWhatTheLauncherHasToKnow() throws {
    let list = try GradeCommand(exercises: [exercise(Finding(.toDo))]).list
    XCTAssertFalse(list.contains("\n"))
    let records = try JSONDecoder().decode([ExerciseRecord].self, from: Data(list.utf8))
    XCTAssertEqual(records.map(\.name), ["overlap"])
    XCTAssertEqual(records.map(\.question), ["Overlap."])
    XCTAssertEqual(records.map(\.file), ["Overlap.swift"])
    XCTAssertEqual(records.map(\.hints), [["Begin."]])
    XCTAssertEqual(records.map(\.mistakes), [["too-slow", "too-early"]])
  }
}
