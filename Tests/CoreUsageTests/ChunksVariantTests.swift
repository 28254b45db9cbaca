import LessonKit
import Measurement
import Report
import XCTest

@testable import ChunksExercise

/// Answers to `chunks` as others would write them.
final class ChunksVariantTests: XCTestCase {
  func testMoreChunksThanCoresAreNoMistake() {
    let grade = ChunksGrading.grade { numbers, machine in
      let size = max(1, (numbers.count + 4 * machine.cores - 1) / (4 * machine.cores))
      guard numbers.count > 100 else { return try await ChunksSolution.chunks(numbers, on: machine) }
      return try await withThrowingTaskGroup(of: Int.self) { group in
        for start in stride(from: 0, to: numbers.count, by: size) {
          group.addTask { try await machine.sum(numbers[start..<min(start + size, numbers.count)]) }
        }
        return try await group.reduce(0, +)
      }
    }
    XCTAssertEqual(grade.status, .passed, grade.says)
  }

  func testAWrongSumIsSaidWithBothFigures() {
    let grade = ChunksGrading.grade { try await ChunksSolution.chunks($0, on: $1) + 1 }
    XCTAssertEqual(grade.status, .wrong)
    XCTAssertNil(grade.mistake)
    XCTAssertTrue(grade.says.hasPrefix("The sum of 1200 numbers is"), grade.says)
  }

  func testChunksOfAFewNumbersAreTooSmall() {
    for size in [2, 4] {
      let grade = ChunksGrading.grade { numbers, machine in
        try await withThrowingTaskGroup(of: Int.self) { group in
          for start in stride(from: 0, to: numbers.count, by: size) {
            group.addTask { try await machine.sum(numbers[start..<min(start + size, numbers.count)]) }
          }
          return try await group.reduce(0, +)
        }
      }
      XCTAssertEqual(grade.mistake, "chunks-too-small", grade.says)
    }
  }

  func testACoreThatComputesIsNotDrawnAsWaiting() throws {
    let grade = ChunksGrading.grade { numbers, machine in try await machine.sum(numbers[...]) }
    for timeline in [try XCTUnwrap(grade.yours), try XCTUnwrap(grade.expected)] {
      XCTAssertFalse(timeline.spans(.work).isEmpty)
      XCTAssertTrue(timeline.spans(.wait).isEmpty)
    }
  }

  /// Whether the call or the standstill comes first is up to the other thread; either way the reason is named.
  func testATaskThatLeavesTheLoopIsNamed() {
    let grade = ChunksGrading.grade { numbers, machine in
      try await Task.detached { try await machine.sum(numbers[...]) }.value
    }
    XCTAssertNotEqual(grade.status, .passed)
    XCTAssertTrue(grade.says.contains("detached"), grade.says)
  }
}
