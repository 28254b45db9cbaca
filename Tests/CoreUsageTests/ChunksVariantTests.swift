import Console
import LessonKit
import Measurement
import Report
import XCTest

@testable import ChunksExercise

/// Answers to `chunks` as others would write them.
final class ChunksVariantTests: XCTestCase {
  func testMoreChunksThanCoresAreToldAlsoWhereTheyCostLittle() {
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
    XCTAssertEqual(grade.mistake, "too-many-chunks", grade.says)
  }

  func testAWrongSumIsSaidWithBothFigures() {
    let grade = ChunksGrading.grade { try await ChunksSolution.chunks($0, on: $1) + 1 }
    XCTAssertEqual(grade.status, .wrong)
    XCTAssertNil(grade.mistake)
    XCTAssertTrue(grade.says.hasPrefix("The sum of 1200 numbers is"), grade.says)
  }

  func testAChunkOfSumsIsNamed() {
    let grade = ChunksGrading.grade { numbers, machine in
      let size = max(1, (numbers.count + machine.cores - 1) / machine.cores)
      let loop = machine.probe.loop
      let tasks = stride(from: 0, to: numbers.count, by: size).map { start in
        Task(executorPreference: loop) {
          try await machine.sum(numbers[start..<min(start + size, numbers.count)])
        }
      }
      var sums: [Int] = []
      for task in tasks { sums.append(try await task.value) }
      return sums.isEmpty ? 0 : try await machine.sum(sums[...])
    }
    XCTAssertEqual(grade.mistake, "machine-adds-the-sums", grade.says)
  }

  /// Fits wherever the number of cores is a power of two.
  func testHalvesOfHalvesDifferInLength() {
    @Sendable func sum(_ numbers: ArraySlice<Int>, _ cores: Int, _ machine: ModelMachine) async throws -> Int
    {
      guard cores > 1, !numbers.isEmpty else {
        return numbers.isEmpty ? 0 : try await machine.sum(numbers)
      }
      let middle = numbers.startIndex + numbers.count / 2
      async let left = sum(numbers[..<middle], cores / 2, machine)
      async let right = sum(numbers[middle...], cores - cores / 2, machine)
      return try await left + right
    }
    let grade = ChunksGrading.grade { try await sum($0[...], $1.cores, $1) }
    XCTAssertEqual(grade.mistake, "last-one-alone", grade.says)
    XCTAssertTrue(grade.says.contains("30 numbers on 3 cores"), grade.says)
  }

  func testTheRestAsAChunkOfItsOwnIsRoundedDown() {
    let grade = ChunksGrading.grade { numbers, machine in
      let size = max(1, numbers.count / machine.cores)
      var sums: [Task<Int, any Error>] = []
      for start in stride(from: 0, to: numbers.count, by: size) {
        let end = min(start + size, numbers.count)
        sums.append(
          Task(executorPreference: machine.probe.loop) { try await machine.sum(numbers[start..<end]) })
      }
      var sum = 0
      for one in sums { sum += try await one.value }
      return sum
    }
    XCTAssertEqual(grade.mistake, "rounds-the-length-down", grade.says)
    XCTAssertTrue(grade.says.contains("You made 24 chunks of 2 numbers at most"), grade.says)
  }

  /// 47 numbers on 16 cores are 24 chunks of 2 either way: made on purpose, or left over.
  func testChunksMadeOnPurposeAreNotRoundedDown() {
    func inChunks(
      _ length: @escaping @Sendable (_ count: Int, _ cores: Int) -> Int
    ) -> ChunksGrading.Function {
      { numbers, machine in
        let size = max(1, length(numbers.count, machine.cores))
        return try await withThrowingTaskGroup(of: Int.self) { group in
          for start in stride(from: 0, to: numbers.count, by: size) {
            group.addTask { try await machine.sum(numbers[start..<min(start + size, numbers.count)]) }
          }
          return try await group.reduce(0, +)
        }
      }
    }
    let names = [
      inChunks { count, cores in (count + 2 * cores - 1) / (2 * cores) },
      inChunks { count, cores in (count + 3 * cores - 1) / (3 * cores) },
      inChunks { count, cores in (count + cores + 1) / (cores + 2) },
      inChunks { count, cores in count / cores },
    ].map { ChunksGrading.grade($0).mistake }
    XCTAssertEqual(
      names, ["too-many-chunks", "too-many-chunks", "some-cores-begin-twice", "rounds-the-length-down"])
  }

  /// The total is right and the chunks are, and still all stand in line.
  func testSumsThatQueueForTheTotalAreNamed() {
    let grade = ChunksGrading.grade { numbers, machine in
      let size = max(1, (numbers.count + machine.cores - 1) / machine.cores)
      return try await withThrowingTaskGroup(of: Int.self) { group in
        for start in stride(from: 0, to: numbers.count, by: size) {
          let chunk = numbers[start..<min(start + size, numbers.count)]
          group.addTask { try await machine.sum(chunk) }
        }
        for try await sum in group { try await machine.add(sum) }
        return machine.total
      }
    }
    XCTAssertEqual(grade.mistake, "stands-in-line-for-the-total", grade.says)
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

  /// An addition to the shared total needs a core, as a chunk does: it is never a faster way.
  func testAdditionsOccupyACoreAndStandInLine() {
    for (cores, count, milliseconds) in [(8, 3, 8), (1, 3, 18), (2, 1, 6), (4, 6, 13)] {
      let machine = ModelMachine(cores: cores)
      let trial = Trial(machine.probe) {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 1...count { group.addTask { try await machine.add(number) } }
          try await group.waitForAll()
        }
      }
      XCTAssertEqual(trial.end, .milliseconds(milliseconds), "\(count) numbers on \(cores) cores")
      XCTAssertGreaterThanOrEqual(trial.end, machine.leastTime(for: count))
      XCTAssertEqual(machine.total, count * (count + 1) / 2)
    }
  }

  /// Chunks and additions that are asked for at once take a core each, as long as there is one.
  func testNoTwoCallsHaveTheSameCore() {
    let machine = ModelMachine(cores: 3)
    let trial = Trial(machine.probe) {
      async let first = machine.sum([1, 2])
      async let second = machine.sum([3])
      async let addition: Void = machine.add(4)
      async let last = machine.sum([5])
      return try await (first, second, addition, last)
    }
    XCTAssertEqual(Set(trial.calls.prefix(3).map(\.lane)), [0, 1, 2])
    // The first two cores are free again after 6 ms.
    XCTAssertEqual(trial.end, .milliseconds(12))
  }

  /// Twelve hundred calls one after another, each on another core, would be more than a grade can tell.
  func testWhatIsDoneOneAfterAnotherIsDrawnOnOneCore() throws {
    let grades = [
      ChunksGrading.grade { numbers, machine in
        for number in numbers { try await machine.add(number) }
        return machine.total
      },
      ChunksGrading.grade { numbers, machine in
        var sum = 0
        for index in numbers.indices { sum += try await machine.sum(numbers[index...index]) }
        return sum
      },
    ]
    XCTAssertEqual(grades.map(\.mistake), ["one-shared-accumulator", "a-task-an-element"])
    for grade in grades {
      let yours = try XCTUnwrap(grade.yours)
      XCTAssertEqual(Set(yours.spans(.work).map(\.lane)), [0])
      XCTAssertLessThan(yours.lanes.map(\.spans.count).reduce(0, +), 10)
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
