import Figures
import Foundation
import LessonKit
import XCTest

@testable import SerialVersusAsync

/// The lesson's exercises: skipped while they are to do, and judged as `lessons check` does it once they are begun.
///
/// Each is judged in a process of its own, which is stopped within five seconds: a loop that never ends, or a trap, fails
/// one test and leaves the others alone.
final class ExerciseTests: XCTestCase {
  func testOverlap() throws { try check("overlap") }
  func testTwoCalls() throws { try check("two-calls") }
  func testBounded() throws { try check("bounded") }
  func testDeadline() throws { try check("deadline") }

  func testEveryExerciseIsJudgedHere() {
    XCTAssertEqual(
      SerialVersusAsync.exercises.map(\.name), ["overlap", "two-calls", "bounded", "deadline"],
      "give a new exercise a test of its own above, and name it here")
  }

  private func check(_ name: String) throws {
    let lesson = SerialVersusAsync.entry
    let exercise = try XCTUnwrap(SerialVersusAsync.exercises.first { $0.name == name })
    let file = "Lessons/\(lesson.folder)/Exercises/\(exercise.file)"
    let products = Bundle(for: Self.self).bundleURL
    let folder = products.pathExtension == "xctest" ? products.deletingLastPathComponent() : products
    let grade = try GradingProcess(executable: folder.appending(path: lesson.id), exercise: name).run()
    switch grade.status {
    case .passed: break
    case .toDo: throw XCTSkip("to do: \(file)")
    default:
      let text =
        ([file + ", \(grade.status.rawValue)" + (grade.mistake.map { ": \($0)" } ?? "")]
        + grade.text(TextStyle())).joined(separator: "\n")
      XCTFail(text)
    }
  }
}
