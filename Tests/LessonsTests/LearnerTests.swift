import Console
import Report
import Workbook
import XCTest

@testable import workshop

/// The learner's own answers: skipped while they are to do, and judged as `lessons check` does it once they are begun.
///
/// Each is judged in a process of its own, which is stopped after a few seconds: a loop that never ends, or a trap, fails
/// one test and leaves the others alone.
final class LearnerTests: XCTestCase {
  func testTwoWords() throws { try check("two-words") }
  func testOverlap() throws { try check("overlap") }
  func testTwoCalls() throws { try check("two-calls") }
  func testBounded() throws { try check("bounded") }
  func testCeiling() throws { try check("ceiling") }

  func testPercentile() throws { try check("percentile") }
  func testLittle() throws { try check("little") }
  func testKnee() throws { try check("knee") }
  func testCapacity() throws { try check("capacity") }
  func testOmission() throws { try check("omission") }
  func testShed() throws { try check("shed") }

  func testUnblock() throws { try check("unblock") }
  func testLostUpdate() throws { try check("lost-update") }
  func testTurn() throws { try check("turn") }
  func testShareTheThread() throws { try check("share-the-thread") }
  func testFanIn() throws { try check("fan-in") }
  func testBank() throws { try check("bank") }
  func testDeadline() throws { try check("deadline") }
  func testBridge() throws { try check("bridge") }

  func testShare() throws { try check("share") }
  func testBound() throws { try check("bound") }
  func testWhichHelps() throws { try check("which-helps") }
  func testTally() throws { try check("tally") }
  func testChunks() throws { try check("chunks") }

  private static let names = [
    "two-words", "overlap", "two-calls", "bounded", "ceiling",
    "percentile", "little", "knee", "capacity", "omission", "shed",
    "unblock", "lost-update", "turn", "share-the-thread", "fan-in", "bank", "deadline", "bridge",
    "share", "bound", "which-helps", "tally", "chunks",
  ]

  func testEveryExerciseHasATestHere() {
    XCTAssertEqual(
      Catalogue(AuditedExercise.checkout).exercises.map(\.name), Self.names,
      "give a new exercise a test of its own above, and name it here")
  }

  private func check(_ name: String) throws {
    let exercise = try XCTUnwrap(Catalogue(AuditedExercise.checkout).exercises.first { $0.name == name })
    let grade = try AuditedExercise(exercise).grade(timeLimit: .milliseconds(4500))
    switch grade.status {
    case .passed: break
    case .toDo: throw XCTSkip("to do: \(exercise.file)")
    default:
      let text = GradeText(GradedExercise(exercise, grade), style: TextStyle())
      XCTFail(([exercise.file, text.headline()] + text.details).joined(separator: "\n"))
    }
  }
}
