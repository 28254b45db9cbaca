import Console
import LessonKit
import Report
import XCTest

@testable import BankExercise
@testable import BridgeExercise
@testable import FanInExercise
@testable import LostUpdateExercise
@testable import ShareTheThreadExercise
@testable import TurnExercise
@testable import UnblockExercise

/// What is said of answers that were written without a look at the grading: a right one passes, a wrong one gets its name.
///
/// Each wrong answer lacks what the others are named for, so they are each other's near misses.
final class AnswerTests: XCTestCase {
  func testBridge() { check(BridgeGrading.self, BridgeAnswers.right, BridgeAnswers.wrong) }
  func testUnblock() { check(UnblockGrading.self, UnblockAnswers.right, UnblockAnswers.wrong) }
  func testLostUpdate() {
    check(LostUpdateGrading.self, LostUpdateAnswers.right, LostUpdateAnswers.wrong)
  }
  func testTurn() { check(TurnGrading.self, TurnAnswers.right, TurnAnswers.wrong) }
  func testShareTheThread() {
    check(ShareTheThreadGrading.self, ShareTheThreadAnswers.right, ShareTheThreadAnswers.wrong)
  }
  func testBank() { check(BankGrading.self, BankAnswers.right, BankAnswers.wrong) }
  func testFanIn() { check(FanInGrading.self, FanInAnswers.right, FanInAnswers.wrong) }

  /// The settings of `fan-in` that are drawn by lot: none of them is more than a right answer can do.
  func testFanInByLot() {
    for start in stride(from: 1000 as UInt64, to: 1000 + 50 * 60, by: 60) {
      let finding = FanInGrading.examine(
        FanInGrading.solution, drawing: start..<start + 60, within: .seconds(60))
      XCTAssertEqual(finding.outcome, .passed, "from seed \(start): \(finding.outcome)")
    }
  }

  private func check<Judged: Exercise>(
    _ exercise: Judged.Type, _ right: [(String, Judged.Function)],
    _ wrong: [(String, String, Judged.Function)], file: StaticString = #filePath, line: UInt = #line
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
