import Console
import EventLoop
import LessonKit
import Report
import XCTest

@testable import CoreUsage
@testable import ScalabilityVersusSpeed
@testable import SerialVersusAsync
@testable import ThreadsVersusAsync

/// What each part of a lesson suggests to try.
final class EveryWhatIfTests: XCTestCase {
  private static var lessons: [any Lesson.Type] {
    [SerialVersusAsync.self, ScalabilityVersusSpeed.self, ThreadsVersusAsync.self, CoreUsage.self]
  }

  func testEveryPartEndsWithOneKnobToTurnThatTheLessonHas() throws {
    for lesson in Self.lessons {
      var commands: Set<String> = []
      for part in lesson.parts {
        let whatIf = try XCTUnwrap(part.whatIf, "\(lesson.entry.id), \(part.id)")
        XCTAssertTrue(whatIf.question.hasSuffix("?"), whatIf.question)
        XCTAssertTrue(commands.insert(whatIf.options).inserted, "twice: \(whatIf.options)")
        let words = whatIf.options.split(separator: " ").map(String.init)
        let report = try lesson.report(time: .virtual, options: words)
        XCTAssertEqual(report.knobs.count, 1, whatIf.options)
        XCTAssertFalse(report.claims.contains { $0.verdict == .fails }, whatIf.options)
        XCTAssertNil(report.parts[0].whatIf)
      }
      let told = try lesson.report(time: .virtual).parts
      XCTAssertEqual(told.map(\.whatIf), lesson.parts.map { $0.whatIf }, lesson.entry.id)
    }
  }
}
