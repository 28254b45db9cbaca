import Console
import EventLoop
import Foundation
import Measurement
import Report
import XCTest

@testable import LessonKit

/// What becomes of a finding until the learner reads it.
final class GradeTests: XCTestCase {
  private let timeline = Timeline(lanes: [
    Lane("request 1", spans: [Span(.wait, from: .zero, to: .milliseconds(40))], departure: .milliseconds(40))
  ])
  private let longer = Timeline(lanes: [
    Lane("request 1", spans: [Span(.wait, from: .zero, to: .milliseconds(80))], departure: .milliseconds(80))
  ])

  private func grade(_ finding: Finding) -> Grade { MadeUpExercise.grade { finding } }

  func testEveryOutcomeHasItsStatusAndItsWords() {
    for (finding, grade) in [
      (Finding(.toDo), Grade(status: .toDo, says: "Not started yet.")),
      (.passed(), Grade(status: .passed, says: "Right.")),
      (.passed("One thing more."), Grade(status: .passed, says: "Right. One thing more.")),
      (Finding(.different("No.")), Grade(status: .wrong, says: "No.")),
      (Finding(.different("No."), seed: 3), Grade(status: .wrong, says: "No.", seed: 3)),
      (Finding(.stalled("Never.")), Grade(status: .stalled, mistake: "never-returns", says: "Never.")),
      (
        Finding(.general(.polls, "Often.")),
        Grade(status: .wrong, mistake: "polls", says: GeneralMistake.polls.says + " Often.")
      ),
      (
        Finding(.mistake("too-slow", detail: "By 9 ms.")),
        Grade(status: .wrong, mistake: "too-slow", says: "You are too slow. By 9 ms.")
      ),
      (
        Finding(.mistake("too-early", detail: "")),
        Grade(status: .wrong, mistake: "too-early", says: "You are too early.")
      ),
    ] {
      XCTAssertEqual(self.grade(finding), grade)
    }
  }

  func testAMistakeThatIsNotListedIsSaidToBeSo() {
    XCTAssertEqual(grade(Finding(.mistake("unheard-of", detail: ""))).says, "(This mistake is not listed.)")
  }

  /// What is told of a trial has a bound, however many calls there were.
  func testAGradeOfManyCallsHasNoMoreThanIsDrawn() throws {
    for count in [2000, 20_000] {
      let lanes = ["core 1", "core 2", "core 3", "core 4"].map { label in
        let spans = (0..<count).map {
          Span($0 % 2 == 0 ? .wait : .queue, from: .milliseconds($0 * 3), to: .milliseconds($0 * 3 + 3))
        }
        return Lane(label, spans: spans, departure: .milliseconds(count * 3))
      }
      let many = Timeline(lanes: lanes)
      let grade = grade(Finding(.mistake("too-slow", detail: ""), yours: many, expected: many))
      XCTAssertEqual(grade.mistake, "too-slow")
      for timeline in [try XCTUnwrap(grade.yours), try XCTUnwrap(grade.expected)] {
        XCTAssertEqual(timeline.lanes.map(\.label), many.lanes.map(\.label))
        XCTAssertEqual(timeline.end, many.end)
      }
      XCTAssertLessThan(try JSONEncoder().encode(grade).count, 500_000)
    }
  }

  func testWhatALearnersErrorSaysIsReadableHoweverItIs() {
    let says = grade(Finding(.different("You threw \u{1B}[2J\u{202E}bad\0\u{9B}m, and that is wrong."))).says
    XCTAssertEqual(says, "You threw \\u{1B}[2J\\u{202E}bad\\0\\u{9B}m, and that is wrong.")
    let long = String(repeating: "long ", count: 200_000)
    let cut = grade(Finding(.different("You threw \(long), and that is wrong."))).says
    XCTAssertTrue(cut.hasPrefix("You threw long long"), String(cut.prefix(80)))
    XCTAssertTrue(cut.hasSuffix(", and that is wrong."), String(cut.suffix(80)))
    XCTAssertTrue(cut.contains("(... 996830 characters ...)"), "\(cut.count)")
    XCTAssertLessThan(cut.utf8.count, 4000)
    let word = String(repeating: "x", count: 1_000_000)
    let short = grade(Finding(.different("You threw \(word) at 3 ms."))).says
    XCTAssertTrue(short.hasSuffix("x (... 999860 characters ...) xxxxxxxxxxxxxxxxxxxx at 3 ms."), short)
  }

  func testAGradeSurvivesItsWayThroughJSON() throws {
    let grade = grade(Finding(.mistake("too-slow", detail: ""), yours: longer, expected: timeline, seed: 5))
    XCTAssertEqual(try JSONDecoder().decode(Grade.self, from: JSONEncoder().encode(grade)), grade)
    XCTAssertEqual(grade.yours, longer)
  }

  func testTheCommandNamesWhatItDoesNotKnow() {
    for (words, complaint) in [
      (
        ["--candidate", "too-sloww"],
        Complaint.usage(
          "exercise overlap has no known mistake 'too-sloww'", advice: ["Did you mean too-slow?"])
      ),
      (["overlap"], .usage("an exercise takes options only, not 'overlap'")),
    ] {
      XCTAssertThrowsError(try ExerciseCommand<MadeUpExercise>().run(words)) {
        XCTAssertEqual($0 as? Complaint, complaint)
      }
    }
  }

  func testARightAnswerIsToldWhatItHasShownAndThenWhatIsLeft() {
    func says(_ remark: String) -> String {
      Grade(.passed(remark), mistakes: [Mistake<Int>](), success: "All overlap.").says
    }
    XCTAssertEqual(says(""), "Right. All overlap.")
    XCTAssertEqual(says("One more thing."), "Right. All overlap. One more thing.")
  }

  func testTheRecordSaysWhatTheLauncherHasToKnow() {
    XCTAssertEqual(
      MadeUpExercise.record,
      ExerciseRecord(name: "overlap", hints: ["Begin."], mistakes: ["too-slow", "too-early"]))
  }
}

/// An exercise whose candidates say themselves what is to be found.
private enum MadeUpExercise: Exercise {
  typealias Function = @Sendable () -> Finding

  static let name = "overlap"
  static let hints = ["Begin."]
  static let learner: Function = { Finding(.toDo) }
  static let solution: Function = { .passed() }
  static let mistakes = [
    Mistake<Function>("too-slow", says: "You are too slow.") { Finding(.mistake("too-slow", detail: "")) },
    Mistake<Function>("too-early", says: "You are too early.") { Finding(.mistake("too-early", detail: "")) },
  ]

  static func examine(_ candidate: Function) -> Finding { candidate() }
}
