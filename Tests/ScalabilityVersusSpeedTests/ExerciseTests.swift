import LessonKit
import Report
import XCTest

@testable import ScalabilityVersusSpeed

/// The lesson's exercises: the stub is to do, the solution passes, each mistake is found out under its name.
final class ExerciseTests: XCTestCase {
  func testStubSolutionAndEveryMistakeGetTheirGrade() {
    XCTAssertEqual(ScalabilityVersusSpeed.exercises.map(\.name), ["percentile", "knee", "shed"])
    for exercise in ScalabilityVersusSpeed.exercises {
      XCTAssertEqual(exercise.grade(.learner).status, .toDo, exercise.name)
      let solution = exercise.grade(.solution)
      XCTAssertEqual(solution.status, .passed, "\(exercise.name): \(solution.says)")
      for mistake in exercise.mistakes {
        let grade = exercise.grade(.mistake(mistake.name))
        XCTAssertEqual(grade.status, .wrong, "\(exercise.name)/\(mistake.name)")
        XCTAssertEqual(grade.mistake, mistake.name, "\(exercise.name): \(grade.says)")
      }
    }
  }
}
