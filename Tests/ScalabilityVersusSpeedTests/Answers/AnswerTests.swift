import Console
import LessonKit
import Report
import XCTest

@testable import CapacityExercise
@testable import KneeExercise
@testable import LittleExercise
@testable import OmissionExercise
@testable import PercentileExercise
@testable import ShedExercise

/// What is said of answers as learners would write them: a right one passes, a wrong one gets its name.
final class AnswerTests: XCTestCase {
  func testPercentile() { check(PercentileGrading.self, PercentileAnswers.right, PercentileAnswers.wrong) }
  func testLittle() { check(LittleGrading.self, LittleAnswers.right, LittleAnswers.wrong) }
  func testKnee() { check(KneeGrading.self, KneeAnswers.right, KneeAnswers.wrong) }
  func testCapacity() { check(CapacityGrading.self, CapacityAnswers.right, CapacityAnswers.wrong) }
  func testOmission() { check(OmissionGrading.self, OmissionAnswers.right, OmissionAnswers.wrong) }
  func testShed() { check(ShedGrading.self, ShedAnswers.right, ShedAnswers.wrong) }

  func testAMissedCaseIsSaid() {
    func says<Judged: Exercise>(_ exercise: Judged.Type, _ function: Judged.Function, _ words: String) {
      let grade = exercise.grade(function)
      XCTAssertEqual(grade.mistake, "misses-a-special-case", grade.says)
      XCTAssertTrue(grade.says.contains(words), grade.says)
    }
    says(
      KneeGrading.self, { $0.isEmpty ? 7 : try KneeGrading.solution($0, $1) },
      "You are wrong where you get no ramp at all.")
    says(
      PercentileGrading.self, { $1.count == 1 ? 0 : try PercentileGrading.solution($0, $1) },
      "You are wrong where there is a single time.")
    says(
      LittleGrading.self,
      { $0 == 0 ? 1 : try LittleGrading.solution($0, $1, $2) }, "You are wrong where there are no answers.")
    says(
      LittleGrading.self, { $2 == 0 ? 0 : try LittleGrading.solution($0, $1, $2) },
      "You are wrong where there is no pause.")
    says(
      OmissionGrading.self,
      { requests, interval in
        requests.first.map { $0.sent > 0 } == true ? [] : try OmissionGrading.solution(requests, interval)
      }, "You are wrong where the first request was sent late.")
  }

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
