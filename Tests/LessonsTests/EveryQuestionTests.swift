import Console
import EventLoop
import LessonKit
import Report
import XCTest

@testable import CoreUsage
@testable import ScalabilityVersusSpeed
@testable import SerialVersusAsync
@testable import ThreadsVersusAsync

/// Every question of every lesson: what is exact about it, and that its reasons teach.
final class EveryQuestionTests: XCTestCase {
  private static var lessons: [any Lesson.Type] {
    [SerialVersusAsync.self, ScalabilityVersusSpeed.self, ThreadsVersusAsync.self, CoreUsage.self]
  }

  func testEveryLessonAsksAtLeastThreeQuestionsWithNamesOfTheirOwn() {
    for lesson in Self.lessons {
      let ids = lesson.questions.map(\.id)
      XCTAssertGreaterThanOrEqual(ids.count, 3, lesson.entry.id)
      XCTAssertEqual(Set(ids).count, ids.count, lesson.entry.id)
    }
  }

  func testEachHasThreeReasonsOfWhichOneIsRightAndRepliesThatTeach() {
    for lesson in Self.lessons {
      var places: [Int] = []
      for question in lesson.questions {
        XCTAssertEqual(question.reasons.count, 3, question.id)
        XCTAssertEqual(Set(question.reasons.map(\.text)).count, 3, question.id)
        XCTAssertTrue(question.text.hasSuffix("?") && question.why.hasSuffix("?"), question.id)
        for reason in question.reasons {
          XCTAssertTrue(reason.text.hasSuffix("."), "\(question.id): \(reason.text)")
          XCTAssertGreaterThan(reason.reply.split(separator: " ").count, 7, "\(question.id): \(reason.reply)")
        }
        places += question.reasons.indices.filter { question.reasons[$0].isRight }
        XCTAssertTrue(question.range.contains(question.answer), question.id)
      }
      XCTAssertEqual(places.count, lesson.questions.count, "\(lesson.entry.id): one right reason each")
      XCTAssertGreaterThan(
        Set(places).count, 1, "\(lesson.entry.id): the right one is not always at the same place")
    }
  }

  /// What is asked is in the report, for a page to ask it too; and in virtual time what is seen is the answer.
  func testTheReportHasThemAndVirtualTimeShowsTheAnswer() throws {
    for lesson in Self.lessons {
      let report = try lesson.report(time: .virtual)
      let asked = report.parts.flatMap(\.told).compactMap { told in
        if case .ask(let question) = told { question } else { nil }
      }
      XCTAssertEqual(asked.map(\.question), lesson.questions.map(\.text), lesson.entry.id)
      XCTAssertEqual(asked.map(\.reasons), lesson.questions.map(\.reasons), lesson.entry.id)
      let figures = report.parts.reduce(into: [:]) { $0.merge($1.figures) { $1 } }
      let observed = lesson.questions.filter { figures["observed/\($0.id)"] != nil }
      XCTAssertGreaterThanOrEqual(observed.count, 3, lesson.entry.id)
      for question in observed {
        XCTAssertEqual(
          figures["observed/\(question.id)"]!.value, question.answer,
          accuracy: 1e-9 * max(1, question.answer),
          question.id)
      }
    }
  }
}
