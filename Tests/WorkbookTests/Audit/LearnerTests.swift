import Figures
import Foundation
import LessonKit
import Report
import Workbook
import XCTest

/// The learner's own answers: skipped while they are to do, and judged as `lessons check` does it once they are begun.
///
/// Each is judged in a process of its own, which is stopped after a few seconds: a loop that never ends, or a trap, fails
/// one test and leaves the others alone.
final class LearnerTests: XCTestCase {
  func testOverlap() throws { try check(1, "overlap") }
  func testTwoCalls() throws { try check(1, "two-calls") }
  func testBounded() throws { try check(1, "bounded") }
  func testDeadline() throws { try check(1, "deadline") }

  func testPercentile() throws { try check(2, "percentile") }
  func testKnee() throws { try check(2, "knee") }
  func testShed() throws { try check(2, "shed") }

  func testBridge() throws { try check(3, "bridge") }
  func testUnblock() throws { try check(3, "unblock") }
  func testBank() throws { try check(3, "bank") }
  func testFanIn() throws { try check(3, "fan-in") }

  func testChunks() throws { try check(4, "chunks") }
  func testShare() throws { try check(4, "share") }
  func testBound() throws { try check(4, "bound") }

  func testEveryExerciseHasATestHere() throws {
    XCTAssertEqual(
      try Syllabus.lessons.flatMap { try AuditedLesson($0).exercises.map(\.name) },
      [
        "overlap", "two-calls", "bounded", "deadline", "percentile", "knee", "shed", "bridge", "unblock",
        "bank", "fan-in", "chunks", "share", "bound",
      ], "give a new exercise a test of its own above, and name it here")
  }

  private func check(_ number: Int, _ name: String) throws {
    let lesson = try AuditedLesson(XCTUnwrap(Syllabus.lessons.first { $0.number == number }))
    let exercise = try XCTUnwrap(lesson.exercises.first { $0.name == name })
    let file = "Lessons/\(lesson.entry.folder)/Exercises/\(exercise.file)"
    let grade = try GradingProcess(executable: lesson.executable, exercise: name).run()
    switch grade.status {
    case .passed: break
    case .toDo: throw XCTSkip("to do: \(file)")
    default:
      let graded = GradedExercise(
        CatalogueExercise(
          lesson: lesson.entry, name: name, position: 0, question: exercise.question, file: file), grade)
      let mistake = grade.mistake.map { ": \($0)" } ?? ""
      XCTFail(
        (["\(file), \(grade.status.rawValue)\(mistake)"] + GradeText(graded, style: TextStyle()).details)
          .joined(separator: "\n"))
    }
  }
}
