import LessonKit
import Report
import XCTest

@testable import CapacityExercise
@testable import LittleExercise
@testable import OmissionExercise

/// What is said of answers as learners would write them: a right one passes, a wrong one gets its name.
final class AnswerTests: XCTestCase {
  func testLittle() { check(LittleGrading.self, LittleAnswers.right, LittleAnswers.wrong) }
  func testCapacity() { check(CapacityGrading.self, CapacityAnswers.right, CapacityAnswers.wrong) }
  func testOmission() { check(OmissionGrading.self, OmissionAnswers.right, OmissionAnswers.wrong) }

  private func check<Judged: Exercise>(
    _ exercise: Judged.Type, _ right: [(String, Judged.Function)],
    _ wrong: [(String, String?, Judged.Function)], file: StaticString = #filePath, line: UInt = #line
  ) {
    for (style, function) in right {
      let grade = exercise.grade(function)
      XCTAssertEqual(grade.status, .passed, "\(style): \(grade.says)", file: file, line: line)
    }
    for (style, mistake, function) in wrong {
      let grade = exercise.grade(function)
      XCTAssertEqual(grade.mistake, mistake, "\(style): \(grade.says)", file: file, line: line)
      XCTAssertNotEqual(grade.status, .passed, style, file: file, line: line)
    }
  }
}
