import Dispatch
import EventLoop
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
        let run = try technique.compute(job, workers: workers)
        XCTAssertEqual(run.result, 1229, "\(technique.name), \(workers) workers")
        XCTAssertEqual(run.usage.samples.count, 13, technique.name)
        XCTAssertLessThanOrEqual(
          Set(run.usage.samples.map(\.worker)).count, technique is InTaskGroup ? 13 : workers, technique.name)
      }
    }
  }

  func testEveryTechniqueWaitsForAllAnswers() throws {
    let waiting = WaitingJob(waits: 5, each: .milliseconds(1))
    for technique in Techniques.all {
      let run = try technique.wait(waiting, workers: 2)
      XCTAssertEqual(run.result, 5, technique.name)
      XCTAssertGreaterThanOrEqual(run.wall, .milliseconds(1), technique.name)
    }
  }

  func testInTurnAndOnOneLoopOneThreadDoesAll() throws {
    for technique in [Techniques.inTurn, Techniques.oneLoop] as [any Technique] {
      let run = try technique.compute(job, workers: 4)
      XCTAssertEqual(Set(run.usage.samples.map(\.worker)), [0], technique.name)
    }
  }

  func testNoMoreChildrenAreUnderWayThanAskedFor() throws {
    let run = try Techniques.taskGroup.compute(PrimeJob(below: 100_000, pieces: 24), workers: 1)
    let spans = run.usage.samples.sorted { $0.start < $1.start }
    for (earlier, later) in zip(spans, spans.dropFirst()) {
      XCTAssertLessThanOrEqual(earlier.end, later.start)
    }
  }

  func testAWorkersSamplesCountFromTheSignal() {
    let origin = DispatchTime(uptimeNanoseconds: 1_000_000)
    func sample(_ worker: Int, from start: Int, to end: Int) -> CoreSample {
      CoreSample(
        worker: worker, core: 3, start: .microseconds(start), end: .microseconds(end), cpu: .microseconds(400)
      )
    }
    let answer = Worker.Answer(
      result: 42, began: 1_500_000, samples: [sample(0, from: 0, to: 1000), sample(0, from: 1000, to: 1500)])
    XCTAssertEqual(
      answer.samples(of: 1, since: origin), [sample(1, from: 0, to: 1500), sample(1, from: 1500, to: 2000)])
  }

  func testAJobIsSplitByItsParallelShare() {
    let job = PrimeJob(below: 10_000, pieces: 100)
    for percent in [0, 1, 20, 50, 80, 99, 100] {
      let (alone, spread) = job.split(parallelShare: Double(percent) / 100)
      XCTAssertEqual(spread.pieces.count, percent)
      XCTAssertEqual(Set(alone.pieces).union(spread.pieces), Set(job.pieces))
      XCTAssertEqual(alone.pieces.count + spread.pieces.count, 100)
    }
  }
}
