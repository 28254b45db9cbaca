import Console
import Measurement
import Platform
import XCTest

@testable import CoreUsage
@testable import LessonKit

/// When a claim about cores holds, fails, or is left open: judged by runs that are written down here.
final class VerdictTests: XCTestCase {
  /// A run of 100 ms on so many threads. Each has a core for a share of the time, and is without one, although ready, for another.
  private func usage(_ threads: Int, on: Double = 1, without: Double? = 0, processes: Int = 1) -> Utilization
  {
    Utilization(
      samples: (0..<threads).map { thread in
        CoreSample(
          worker: (thread % processes) << 32 | thread, core: thread, start: .zero, end: .milliseconds(100),
          cpu: .milliseconds(100) * on, withoutCore: without.map { .milliseconds(100) * $0 })
      })
  }

  private func verdict<Evidence>(_ claims: [Claim<Evidence>], _ id: String, _ evidence: Evidence) throws
    -> ClaimRecord
  {
    try XCTUnwrap(claims.first { $0.id == id }).judged(by: evidence, isExact: false, lecture: "")
  }

  /// Each claim about all cores, with its verdict on what a technique took of two of them.
  private func verdicts(_ usage: Utilization, cores: Int = 2, obstacle: String? = nil) throws -> [ClaimRecord]
  {
    let processes = Utilization(
      samples: usage.samples.map { sample in
        var sample = sample
        sample.worker <<= 32
        return sample
      })
    return [
      try verdict(
        TwoReasons.claims, "two-reasons",
        .init(waitingGain: 16, coresOfLoop: 1, taskGroup: usage, cores: cores)),
      try verdict(
        Chart.claims, "many-cores", .init(threads: .success(usage), cores: cores, obstacle: obstacle)),
      try verdict(
        Ways.claims, "multiprocessing",
        .init(cores: cores, obstacle: obstacle, coresOfLoop: 1, processes: .success(processes))),
      try verdict(
        AmdahlsLaw.claims, "concurrent-code",
        .init(
          cores: cores, obstacle: obstacle, parallelShare: 1, one: self.usage(1), taskGroup: usage,
          shared: usage)),
    ]
  }

  func testTheCoresDecideAndNotTheirPace() throws {
    let cases: [(String, Utilization, Verdict)] = [
      ("both cores busy", usage(2), .holds),
      ("another program had one of them half of the time", usage(2, on: 0.7, without: 0.28), .holds),
      ("nearly nothing was left", usage(2, on: 0.1, without: 0.9), .holds),
      ("one thread only", usage(1), .fails),
      ("a lock that lets one at a time run", usage(2, on: 0.5), .fails),
      ("a core too few", usage(2, on: 0.8), .fails),
      ("more than there is", usage(3), .fails),
      ("too few, and nobody knows why", usage(2, on: 0.5, without: nil), .notMeasured),
      ("enough, and nobody need know more", usage(2, on: 0.95, without: nil), .holds),
    ]
    for (what, usage, verdict) in cases {
      for claim in try verdicts(usage) where !(what == "more than there is" && claim.id == "two-reasons") {
        XCTAssertEqual(claim.verdict, verdict, "\(claim.id), \(what): \(claim.because)")
        if verdict == .notMeasured { XCTAssertTrue(claim.because.contains("unknown"), claim.because) }
      }
    }
  }

  func testOnOneCoreThereIsNothingToSpread() throws {
    let machine = MeasuredCores(
      cores: AvailableCores(count: 1, numbers: [0], explanation: "so it is"), isExact: true)
    for claim in try verdicts(usage(1), cores: 1, obstacle: machine.obstacle).dropFirst() {
      XCTAssertEqual(claim.verdict, .notMeasured, claim.id)
      XCTAssertEqual(
        claim.because, "This needs a second core, and the lesson may use one only: so it is.")
    }
  }

  func testWhatOtherProgramsHadIsSaid() throws {
    for claim in try verdicts(usage(2, on: 0.7, without: 0.25)) {
      XCTAssertTrue(
        claim.because.contains("1.9 cores busy. For 0.5 of that the lesson was ready")
          || claim.because.contains("it was 1.9 cores. For 0.5 of that the lesson was ready"), claim.because)
    }
  }

  func testOneBusyThreadKeepsOneCoreBusy() throws {
    let cases: [(Utilization, Verdict)] = [
      (usage(1), .holds), (usage(1, on: 0.4, without: 0.58), .holds), (usage(1, on: 0.6), .fails),
      (usage(2), .fails), (usage(1, on: 0.6, without: nil), .notMeasured),
    ]
    for (usage, expected) in cases {
      for cores in [2, 12] {
        let one = try verdict(
          OneOfTwelve.claims, "one-of-twelve",
          .init(cores: cores, busy: usage.coresKeptBusy, usage: usage))
        XCTAssertEqual(one.verdict, expected, one.because)
      }
      let loop = try verdict(
        Ways.claims, "one-thread-does-not-help",
        .init(cores: 2, coresOfLoop: usage.coresKeptBusy, loop: usage))
      XCTAssertEqual(loop.verdict, expected, loop.because)
    }
  }

  func testWhatTheMachineDoesNotAllowIsNamed() throws {
    struct Refusal: Error, CustomStringConvertible { var description = "the system says no" }
    let ways = Ways.Evidence(
      cores: 2, coresOfLoop: 1, threads: .success(usage(2)), processes: .failure(Refusal()),
      python: .failure(Refusal()))
    XCTAssertEqual(
      try verdict(Ways.claims, "multiprocessing", ways).because,
      "There are no worker processes here: the system says no.")
    XCTAssertEqual(
      try verdict(Ways.claims, "the-lock", ways).because,
      "There are no answers from Python here: the system says no.")
    let threads = try verdict(Chart.claims, "many-cores", .init(threads: .failure(Refusal()), cores: 2))
    XCTAssertEqual(threads.verdict, .notMeasured)
    XCTAssertEqual(threads.because, "There are no threads here: the system says no.")
  }

  func testTheCeilingIsExplained() {
    func ceiling(_ alone: Int, _ together: Int) -> Ceiling {
      Ceiling(cores: 2, alone: [.milliseconds(alone)], together: [.milliseconds(together)])
    }
    XCTAssertEqual(ceiling(100, 100).timesAsFast, 2)
    XCTAssertTrue(
      ceiling(100, 104).meaning.hasPrefix("Your 2 cores together do 1.92 times the work of one: "))
    XCTAssertTrue(
      ceiling(100, 154).meaning.hasPrefix("Your 2 cores together do only 1.3 times the work of one, even"))
  }

  func testASpeedUpThatCannotBeTrueIsFoundOut() {
    let cases: [(ceiling: Int, wall: Int, isImpossible: Bool)] = [
      (100, 50, false), (100, 46, false), (100, 40, true), (150, 75, false), (150, 55, true),
    ]
    for (together, wall, isImpossible) in cases {
      func run(_ wall: Int) -> JobRun {
        JobRun(
          result: 1,
          usage: Utilization(samples: [
            CoreSample(worker: 0, start: .zero, end: .milliseconds(wall), cpu: .milliseconds(wall))
          ]))
      }
      let rows = [run(100), run(100), run(wall)].enumerated().map { index, run in
        Comparison.Row(technique: Techniques.all[index], computing: [run, run])
      }
      let comparison = Comparison(
        rows: rows,
        ceiling: Ceiling(cores: 2, alone: [.milliseconds(100)], together: [.milliseconds(together)]))
      XCTAssertEqual(comparison.isImpossible(rows[2]), isImpossible, "\(wall) ms under \(together)")
      XCTAssertFalse(comparison.isImpossible(rows[1]))
    }
  }
}
