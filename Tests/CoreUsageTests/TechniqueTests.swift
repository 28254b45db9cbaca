import Foundation
import Measurement
import XCTest

@testable import CoreUsage

/// The job, and the five ways to get it done.
final class TechniqueTests: XCTestCase {
  private let job = PrimeJob(below: 10_000, pieces: 13)

  func testThePiecesCoverEveryNumberOnce() {
    for (limit, count) in [(10_000, 13), (1, 4), (97, 97), (1000, 1)] {
      let job = PrimeJob(below: limit, pieces: count)
      XCTAssertEqual(job.pieces.count, count)
      XCTAssertEqual(job.pieces.flatMap { Array($0) }, Array(0..<limit))
    }
  }

  func testPiecesTakeAboutEquallyManyDivisions() {
    func divisions(_ piece: Range<Int>) -> Int {
      piece.reduce(0) { sum, number in
        var divisor = 2
        while divisor * divisor <= number, number % divisor != 0 { divisor += 1 }
        return sum + divisor
      }
    }
    let costs = PrimeJob(below: 200_000, pieces: 20).pieces.map(divisions)
    let mean = costs.reduce(0, +) / costs.count
    for cost in costs.dropFirst() {
      XCTAssertEqual(Double(cost) / Double(mean), 1, accuracy: 0.25, "\(costs)")
    }
  }

  func testPrimesAreCountedRight() {
    for (limit, count) in [(2, 0), (3, 1), (4, 2), (10, 4), (100, 25), (10_000, 1229)] {
      XCTAssertEqual(PrimeJob(below: limit, pieces: 1).primes(in: 0..<limit), count, "below \(limit)")
    }
  }

  func testEveryTechniqueCountsAllPrimesOnAnyNumberOfWorkers() throws {
    for technique in Techniques.all {
      for workers in [1, 2, 5] {
        let run = try technique.run(job, workers: workers)
        XCTAssertEqual(run.result, 1229, "\(technique.name), \(workers) workers")
        XCTAssertEqual(run.usage.samples.count, 13, technique.name)
        let threads = Set(run.usage.samples.map(\.worker)).count
        XCTAssertLessThanOrEqual(threads, technique is InTaskGroup ? 13 : workers, technique.name)
      }
    }
  }

  func testEveryTechniqueWaitsForAllAnswers() throws {
    for technique in Techniques.all {
      let took = try ContinuousClock().measure {
        try technique.wait(for: Answers(count: 5, each: .milliseconds(1)), workers: 2)
      }
      XCTAssertGreaterThanOrEqual(took, .milliseconds(1), technique.name)
    }
  }

  func testOnOneThreadAndOnOneLoopOneThreadDoesAll() throws {
    for technique in [Techniques.oneThread, Techniques.oneLoop] as [any Technique] {
      XCTAssertEqual(Set(try technique.run(job, workers: 4).usage.samples.map(\.worker)).count, 1)
    }
  }

  func testEachWorkerIsAProcess() throws {
    let samples = try Techniques.processes.run(job, workers: 3).usage.samples
    XCTAssertEqual(Set(samples.map { $0.worker >> 32 }).count, 3)
    XCTAssertFalse(samples.contains { $0.worker >> 32 == Int(ProcessInfo.processInfo.processIdentifier) })
  }

  func testNoMoreChildrenAreUnderWayThanAskedFor() throws {
    let run = try Techniques.taskGroup.run(PrimeJob(below: 100_000, pieces: 24), workers: 1)
    let spans = run.usage.samples.sorted { $0.start < $1.start }
    for (earlier, later) in zip(spans, spans.dropFirst()) {
      XCTAssertLessThanOrEqual(earlier.end, later.start)
    }
  }

  /// What Python's lock does: threads that take turns keep one core busy. Other programs only make that less.
  func testThreadsThatShareALockKeepOneCoreBusy() throws {
    struct Locked: Job {
      var job: PrimeJob
      let lock = NSLock()
      var pieces: [Range<Int>] {
        get { job.pieces }
        set { job.pieces = newValue }
      }
      func primes(in piece: Range<Int>) -> Int { lock.withLock { job.primes(in: piece) } }
    }
    let locked = Locked(job: .taking(.milliseconds(100), pieces: 8))
    let busy = try (1...3).map { _ in
      let usage = try Techniques.threads.run(locked, workers: 2).usage
      return usage.cpu / usage.wall
    }
    XCTAssertLessThan(busy.min()!, 1.15, "\(busy)")
  }

  func testAmdahlsLawIsThatOfTheTextbook() {
    for (share, cores, speedUp) in [
      (0.0, 8, 1.0), (0.5, 2, 4.0 / 3), (0.8, 4, 2.5), (1, 4, 4), (0.95, 20, 400.0 / 39),
    ] {
      XCTAssertEqual(Amdahl.speedUp(parallelShare: share, cores: cores), speedUp, accuracy: 1e-12)
      XCTAssertLessThanOrEqual(speedUp, Amdahl.limit(parallelShare: share))
    }
    XCTAssertEqual(Amdahl.limit(parallelShare: 0.15 + 0.05), 1.25, accuracy: 1e-12)
    XCTAssertEqual(Amdahl.limit(parallelShare: 1), .infinity)
  }

  func testAJobIsSplitByItsParallelShare() throws {
    let job = PrimeJob(below: 10_000, pieces: 100)
    for percent in [0, 1, 20, 50, 80, 99, 100] {
      let (alone, spread) = Amdahl.split(job, Double(percent) / 100)
      XCTAssertEqual(spread.pieces.count, percent)
      XCTAssertEqual(Set(alone.pieces).union(spread.pieces), Set(job.pieces))
      XCTAssertEqual(alone.pieces.count + spread.pieces.count, 100)
    }
    XCTAssertEqual(try Amdahl.primes(of: job, parallelShare: 0.8, cores: 2), 1229)
  }
}
