import Foundation
import LessonKit
import Report
import XCTest

@testable import CoreUsage

/// The exercises check themselves: a stub is still to do, a solution passes, and each known mistake is found out by its name.
final class ExerciseTests: XCTestCase {
  private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Lessons/04-core-usage")

  func testThereAreThree() {
    XCTAssertEqual(CoreUsage.exercises.map(\.name), ["chunks", "share", "bound"])
  }

  func testEverySolutionPasses() {
    for exercise in CoreUsage.exercises {
      XCTAssertEqual(exercise.grade(.solution).status, .passed, exercise.grade(.solution).says)
    }
  }

  func testEveryMistakeIsFoundOutUnderItsName() {
    for exercise in CoreUsage.exercises {
      XCTAssertGreaterThanOrEqual(exercise.mistakes.count, 3, exercise.name)
      for (name, says) in exercise.mistakes {
        let grade = exercise.grade(.mistake(name))
        XCTAssertEqual(grade.mistake, name, "\(exercise.name): \(grade.says)")
        XCTAssertEqual(grade.status, .wrong, name)
        XCTAssertTrue(grade.says.hasPrefix(says), grade.says)
      }
    }
  }

  func testTheLearnersFilesAreStubsInAFreshCheckout() throws {
    for exercise in CoreUsage.exercises {
      let stub = exercise.file.replacing(".swift", with: ".stub")
      let expected = try String(contentsOf: folder.appending(path: "Stubs/\(stub)"), encoding: .utf8)
      let learner = try String(
        contentsOf: folder.appending(path: "Exercises/\(exercise.file)"), encoding: .utf8)
      guard learner == expected else { continue }  // Somebody is working on it.
      XCTAssertEqual(exercise.grade().status, .toDo, exercise.name)
    }
  }

  func testMoreChunksThanCoresAreNoMistake() {
    let finding = grade { numbers, machine in
      let size = max(1, (numbers.count + 4 * machine.cores - 1) / (4 * machine.cores))
      guard numbers.count > 100 else { return try await Solutions.chunks(numbers, on: machine) }
      return try await withThrowingTaskGroup(of: Int.self) { group in
        for start in stride(from: 0, to: numbers.count, by: size) {
          group.addTask { try await machine.sum(numbers[start..<min(start + size, numbers.count)]) }
        }
        return try await group.reduce(0, +)
      }
    }
    XCTAssertEqual(finding.status, .passed, finding.says)
  }

  func testAWrongSumIsSaidWithBothFigures() {
    let grade = grade { numbers, machine in try await Solutions.chunks(numbers, on: machine) + 1 }
    XCTAssertEqual(grade.status, .wrong)
    XCTAssertNil(grade.mistake)
    XCTAssertTrue(grade.says.hasPrefix("The sum of 1200 numbers is"), grade.says)
  }

  /// Whether the call or the standstill comes first is up to the other thread; either way the reason is named.
  func testATaskThatLeavesTheLoopIsNamed() {
    let grade = grade { numbers, machine in
      try await Task.detached { try await machine.sum(numbers[...]) }.value
    }
    XCTAssertNotEqual(grade.status, .passed)
    XCTAssertTrue(grade.says.contains("detached"), grade.says)
  }

  func testAFormulaThatIsRightHereAndThereIsNotMistakenForAKnownMistake() {
    let bound = CoreUsage.exercises[2]
    let other = Exercise(
      "bound", question: "", file: "", hints: [], learner: { shares, cores in shares.count < 2 ? 1 : 2 },
      solution: { _, _ in 0 }, mistakes: [] as [Mistake<BoundExercise.Function>],
      examine: BoundExercise.examine)
    XCTAssertNil(other.grade().mistake)
    XCTAssertEqual(other.grade().status, .wrong)
    XCTAssertTrue(
      other.grade().says.hasPrefix("For 0.15 and 0.05 over 1000000 cores you returned 2.0"),
      other.grade().says)
    XCTAssertEqual(bound.grade(.mistake("time-saved")).mistake, "time-saved")
  }

  private func grade(_ candidate: @escaping ChunksExercise.Function) -> Grade {
    Exercise(
      "chunks", question: "", file: "", hints: [], learner: candidate, solution: candidate, mistakes: [],
      examine: ChunksExercise.examine
    ).grade()
  }
}
