import LessonKit
import Report
import XCTest

@testable import ThreadsVersusAsync

/// The exercises know their answers: every solution passes, and every mistake is found out under its own name.
final class ExerciseTests: XCTestCase {
  func testThereAreFourWithTheirMistakes() {
    XCTAssertEqual(ThreadsVersusAsync.exercises.map(\.name), ["bridge", "unblock", "bank", "fan-in"])
    for exercise in ThreadsVersusAsync.exercises {
      XCTAssertGreaterThanOrEqual(exercise.mistakes.count, 3, exercise.name)
      XCTAssertEqual(exercise.hints.count, 3, exercise.name)
    }
  }

  func testEverySolutionPasses() {
    for exercise in ThreadsVersusAsync.exercises {
      let grade = exercise.grade(.solution)
      XCTAssertEqual(grade.status, .passed, "\(exercise.name): \(grade.says)")
    }
  }

  func testEveryMistakeIsFoundOutUnderItsName() {
    for exercise in ThreadsVersusAsync.exercises {
      for mistake in exercise.mistakes {
        let grade = exercise.grade(.mistake(mistake.name))
        XCTAssertEqual(grade.mistake, mistake.name, "\(exercise.name): \(grade.says)")
      }
    }
  }

  func testAGradeIsTheSameEveryTime() {
    for exercise in ThreadsVersusAsync.exercises {
      for mistake in exercise.mistakes {
        XCTAssertEqual(exercise.grade(.mistake(mistake.name)), exercise.grade(.mistake(mistake.name)))
      }
    }
  }
}
