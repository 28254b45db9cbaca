import Console
import EventLoop
import LessonKit
import Report
import XCTest

@testable import BoundExercise
@testable import ChunksExercise
@testable import ShareExercise
@testable import TallyExercise
@testable import WhichHelpsExercise

/// Answers that only just lack the observation of a name, and so do not get it.
final class NearMutantTests: XCTestCase {
  func testTheSolutionOfChunksPassesWhateverIsDrawn() {
    for seed in 0..<50 as Range<UInt64> {
      let finding = ChunksGrading.examine(ChunksGrading.solution, drawnFrom: seed * 100)
      XCTAssertEqual(finding.outcome, .passed, "seed \(seed)")
    }
  }

  /// No question that is chosen by hand has more than 16 cores.
  func testWhatIsWrongOnlySomewhereIsFoundByASmallQuestion() {
    let grade = ChunksGrading.grade { numbers, machine in
      let sum = try await ChunksGrading.solution(numbers, machine)
      return machine.cores > 16 && numbers.count > machine.cores ? sum + 1 : sum
    }
    XCTAssertEqual(grade.status, .wrong)
    XCTAssertTrue(grade.says.hasPrefix("The sum of "), grade.says)
  }

  func testNearMutantsOfChunks() {
    let near: [(String?, ChunksGrading.Function)] = [
      // A sum that is no chunk's, and none that is missing.
      (nil, { try await ChunksGrading.solution($0, $1) / 2 }),
      // Sums that were added to the total, and left out of the answer otherwise.
      (
        "drops-the-answers",
        {
          _ = try await ChunksGrading.solution($0, $1); return 0
        }
      ),
      (
        nil,
        {
          _ = try await ChunksGrading.solution($0, $1); return 1
        }
      ),
      // All at once, and no chunk empty.
      (
        "counts-numbers-twice",
        { numbers, machine in
          let sum = try await ChunksGrading.solution(numbers, machine)
          guard let first = numbers.first else { return sum }
          return try await sum + machine.sum([first])
        }
      ),
      ("hands-numbers-over-again", { try await ChunksGrading.solution($0 + $0, $1) }),
      (
        "leaves-cores-idle",
        { numbers, machine in
          let middle = machine.cores > 1 ? numbers.count / (machine.cores - 1) + 1 : numbers.count
          return try await withThrowingTaskGroup(of: Int.self) { group in
            for start in stride(from: 0, to: numbers.count, by: max(1, middle)) {
              group.addTask { try await machine.sum(numbers[start..<min(start + middle, numbers.count)]) }
            }
            return try await group.reduce(0, +)
          }
        }
      ),
    ]
    for (mistake, function) in near {
      let grade = ChunksGrading.grade(function)
      XCTAssertNotEqual(grade.status, .passed)
      XCTAssertEqual(grade.mistake, mistake, grade.says)
    }
  }

  func testNearMutantsOfBound() {
    let near: [(String, BoundGrading.Function)] = [
      ("nothing-to-spread", { $0.isEmpty ? .infinity : try BoundGrading.solution($0, $1) }),
      ("misses-a-special-case", { $0.isEmpty ? 5 : try BoundGrading.solution($0, $1) }),
      ("pays-for-the-cores", { try 1 / (1 / BoundGrading.solution($0, $1) + 0.03 * Double($1)) }),
      ("pays-for-the-cores", { try 1 / (1 / BoundGrading.solution($0, $1) + 0.2) }),
      ("off-by-a-factor", { try BoundGrading.solution($0, $1) * 0.97 }),
      ("one-part-only", { shares, cores in try BoundGrading.solution(shares.suffix(1), cores) }),
      ("leaves-a-part-out", { shares, cores in try BoundGrading.solution(Array(shares.dropFirst()), cores) }),
      ("any-number-of-cores", { try BoundGrading.solution($0, $1 > 100 ? .max : $1) }),
      // In whole per mille, which no per cent is lost in; it is the answer that is rounded.
      ("misses-a-special-case", { 1000 / (1000 / (try BoundGrading.solution($0, $1))).rounded(.down) }),
      ("rounds-the-answer", { (try BoundGrading.solution($0, $1) * 100).rounded() / 100 }),
    ]
    for (mistake, function) in near {
      let grade = BoundGrading.grade(function)
      XCTAssertEqual(grade.mistake, mistake, grade.says)
    }
  }

  /// A step beside a mistake: something is wrong, and it is not that.
  func testWhatIsBesideAMistakeOfBoundIsNotNamedByIt() {
    @Sendable func over(_ parallel: Double, _ cores: Double) -> Double {
      1 / (1 - parallel + parallel / cores)
    }
    let near: [(String, BoundGrading.Function)] = [
      ("a-core-for-each-part", { over($0.reduce(0, +), Double(max(1, min($1, 2 * $0.count)))) }),
      ("any-number-of-cores", { over($0.reduce(0, +), Double(min($1, 8))) }),
      ("leaves-a-part-out", { over($0.reduce(0, +) - ($0.first ?? 0) / 2, Double($1)) }),
      ("multiplies-the-shares", { over($0.isEmpty ? 0 : $0.reduce(1, *).squareRoot(), Double($1)) }),
      ("multiplies-the-time", { 1 / (1 - $0.reduce(0, +) + $0.reduce(0, +) * (Double($1) + 1) / 2) }),
      ("one-core-less-each-time", { over($0.reduce(0, +), Double(max(1, $1 - 1))) }),
      ("one-core-more", { over($0.reduce(0, +), Double($1) + 2) }),
      ("shares-as-percentages", { over($0.reduce(0, +) / 10, Double($1)) }),
      ("shares-of-the-rest", { over(1 - $0.reduce(1) { $0 * (1 - $1 / 2) }, Double($1)) }),
      ("takes-only-a-part-off", { 1 / (1 - $0.reduce(0, +) / Double($1) / 2) }),
    ]
    for (mistake, function) in near {
      let grade = BoundGrading.grade(function)
      XCTAssertNotEqual(grade.status, .passed, mistake)
      XCTAssertNotEqual(grade.mistake, mistake, grade.says)
    }
  }

  func testNearMutantsOfShare() {
    let near: [(String, ShareGrading.Function)] = [
      ("no-user-time-is-nothing", { $0.system > .zero ? try ShareGrading.solution($0) : 0 }),
      ("off-by-a-factor", { try ShareGrading.solution($0) * 3 }),
      ("the-idle-share", { try 1 - ShareGrading.solution($0) }),
      ("percent-of-one-core", { try ShareGrading.solution($0) * Double($0.usableCores) }),
      // Cut off at the wall time, and not divided by the cores.
      (
        "cores-left-out",
        { $0.wall > .zero ? min($0.user + $0.system, $0.wall) / $0.wall : 0 }
      ),
    ]
    for (mistake, function) in near {
      let grade = ShareGrading.grade(function)
      XCTAssertEqual(grade.mistake, mistake, grade.says)
    }
  }

  /// A step beside a mistake: something is wrong, and it is not that.
  func testWhatIsBesideAMistakeOfShareIsNotNamedByIt() {
    @Sendable func share(_ usage: ProgramUsage, of cores: Int) -> Double {
      usage.wall > .zero ? (usage.user + usage.system) / (usage.wall * cores) : 0
    }
    let near: [(String, ShareGrading.Function)] = [
      (
        "adds-cpu-time-to-the-wall-time",
        { usage in
          let busy = usage.user + usage.system
          return busy > .zero ? busy / (busy + usage.wall * usage.usableCores) : 0
        }
      ),
      ("divides-by-the-cores-twice", { share($0, of: $0.usableCores * $0.chipCores) }),
      (
        "divides-the-system-time-only",
        { $0.wall > .zero ? $0.user / ($0.wall * $0.usableCores) + $0.system / .seconds(1) : 0 }
      ),
      ("multiplies-by-the-cores", { share($0, of: 1) * Double($0.chipCores) }),
      ("no-time-is-all", { $0.wall > .zero ? share($0, of: $0.usableCores) : 0.5 }),
      ("one-core-set-aside", { share($0, of: $0.usableCores + 1) }),
      ("the-idle-cores", { $0.wall > .zero ? Double($0.chipCores) - share($0, of: 1) : 0 }),
      (
        "cpu-time-cut-off",
        { usage in
          var usage = usage
          usage.user = min(usage.user, usage.wall * 2)
          return share(usage, of: usage.usableCores)
        }
      ),
    ]
    for (mistake, function) in near {
      let grade = ShareGrading.grade(function)
      XCTAssertNotEqual(grade.status, .passed, mistake)
      XCTAssertNotEqual(grade.mistake, mistake, grade.says)
    }
  }

  func testNearMutantsOfWhichHelps() {
    let near: [(String, WhichHelpsGrading.Function)] = [
      (
        "the-other-way-round",
        { job, language in
          var job = job
          job.releasesTheLock.toggle()
          return try WhichHelpsGrading.solution(job, language)
        }
      ),
      // The other way round in one of the two languages only.
      (
        "processes-in-swift",
        { job, language in
          guard job.computes, !job.mayCrash else { return try WhichHelpsGrading.solution(job, language) }
          return language == .swift ? .processes : job.releasesTheLock ? .processes : .threads
        }
      ),
      // Threads in Swift wherever a job computes: not only where C code would release a lock.
      (
        "threads-in-swift",
        { job, language in
          job.computes && !job.mayCrash && language == .swift
            ? .threads : try WhichHelpsGrading.solution(job, language)
        }
      ),
      // Jobs that compute are taken for ones that wait, in one of the two languages only.
      (
        "threads-beat-the-lock",
        { job, language in
          var job = job
          if language == .python { job.computes = false }
          return try WhichHelpsGrading.solution(job, language)
        }
      ),
      // The languages are mixed up only where C code releases the lock.
      (
        "threads-in-swift",
        { job, language in
          try WhichHelpsGrading.solution(
            job, job.releasesTheLock ? language == .swift ? .python : .swift : language)
        }
      ),
      // A crash that is looked at, but not everywhere with the same answer.
      (
        "survives-a-crash",
        { job, language in
          job.mayCrash ? job.computes ? .threads : .loop : try WhichHelpsGrading.solution(job, language)
        }
      ),
    ]
    for (mistake, function) in near {
      let grade = WhichHelpsGrading.grade(function)
      XCTAssertEqual(grade.mistake, mistake, grade.says)
    }
  }

  func testNearMutantsOfTally() {
    let near: [(String?, TallyGrading.Function)] = [
      // As many at a time as there are cores.
      (nil, { try await Self.tally($0, on: $1, atATime: 4) }),
      ("some-at-a-time", { try await Self.tally($0, on: $1, atATime: 3) }),
      // The caller searches beside the others, and not after them.
      (
        "waits-in-order",
        { parts, board in
          guard let first = parts.first else { return }
          await withTaskGroup(of: Int.self) { group in
            for part in parts.dropFirst() { group.addTask { board.primes(in: part) } }
            board.count += board.primes(in: first)
            for await found in group { board.count += found }
          }
        }
      ),
    ]
    for (mistake, function) in near {
      let grade = TallyGrading.grade(function)
      XCTAssertEqual(grade.mistake, mistake, grade.says)
    }
  }

  private static func tally(_ parts: [Range<Int>], on board: Board, atATime most: Int) async throws {
    await withTaskGroup(of: Int.self) { group in
      for (place, part) in parts.enumerated() {
        if place >= most, let found = await group.next() { board.count += found }
        group.addTask { board.primes(in: part) }
      }
      for await found in group { board.count += found }
    }
  }
}
