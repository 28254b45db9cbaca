import EventLoop
import LessonKit
import Measurement
import Platform
import Report
import XCTest

@testable import CoreUsage

/// When a claim about many cores holds, fails, or is left open.
final class VerdictTests: XCTestCase {
  private struct Case: Lesson {
    static let entry = Syllabus.coreUsage
    static let options = [
      Arguments.Option("cores", value: "N", help: ""), Arguments.Option("measured", value: "N", help: ""),
      Arguments.Option("exact", help: ""), Arguments.Option("disturbed", help: ""),
      Arguments.Option("broken", help: ""), Arguments.Option("taken", help: ""),
      Arguments.Option("correct", help: ""),
    ]

    static func tell(_ story: Story) throws {
      let given = story.arguments
      let count = try given.integer("cores", in: 1...64) ?? 2
      let machine = Machine(
        cores: AvailableCores(count: count, numbers: Array(0..<count), explanation: "so it is"),
        isExact: given.has("exact"))
      if given.has("correct") {
        return try story.part("part", "Part") { part in
          part.correct(
            "claim", at: "00:15", "It is flat.",
            measured: Double(try given.integer("measured", in: 0...1000) ?? 0), bound: .from(5, to: 20),
            provided: [Condition("nothing is broken", !given.has("broken"))], because: "it rises")
        }
      }
      try story.part("part", "Part") { part in
        part.claimOnCores(
          "claim", at: "00:32", "It is faster.", machine,
          given.has("taken")
            ? Comparison([], job: PrimeJob(below: 2, pieces: 1), workers: count, others: 0.6) : nil,
          measured: Double(try given.integer("measured", in: 0...1000) ?? 0) / 100,
          bound: machine.speedUp, provided: [Condition("nothing is broken", !given.has("broken"))],
          disturbed: given.has("disturbed") ? Disturbance(reason: "the machine was busy") : nil,
          because: "it is")
      }
    }
  }

  func testADisturbanceExcusesAndNeverTurnsFailureIntoSuccess() throws {
    let cases: [(words: String, verdict: Verdict, because: String)] = [
      ("--measured 195", .holds, "it is"),
      ("--measured 195 --disturbed", .holds, "it is"),
      ("--measured 100", .fails, "it is"),
      ("--measured 240", .fails, "it is"),
      ("--measured 240 --disturbed", .notMeasured, "the machine was busy"),
      (
        "--measured 195 --taken", .notMeasured,
        "the machine was busy: others used 60 % of the cores. Try again when it is idle"
      ),
      ("--measured 100 --disturbed", .notMeasured, "the machine was busy"),
      ("--measured 195 --broken", .fails, "it is not so that nothing is broken"),
      ("--measured 195 --broken --disturbed", .notMeasured, "the machine was busy"),
      ("--measured 195 --cores 12", .fails, "it is"),
      (
        "--measured 195 --cores 1", .notMeasured,
        "this process may use one core only, and with one core there is nothing to spread (so it is)"
      ),
      (
        "--measured 195 --exact", .notMeasured,
        "virtual time has no cores: this is about real ones. Run the lesson with --time real"
      ),
    ]
    for (words, verdict, because) in cases {
      let claim = try XCTUnwrap(
        try Case.report(time: .virtual, options: words.split(separator: " ").map(String.init)).claims.first)
      XCTAssertEqual(claim.verdict, verdict, words)
      XCTAssertEqual(claim.because, because, words)
    }
  }

  func testACorrectionIsMadeOnlyWhereTheMeasurementProvesIt() throws {
    for (words, verdict) in [
      ("--measured 8", Verdict.corrected), ("--measured 0", .fails), ("--measured 21", .fails),
      ("--measured 8 --broken", .fails),
    ] {
      let report = try Case.report(
        time: .virtual, options: ["--correct"] + words.split(separator: " ").map(String.init))
      XCTAssertEqual(report.claims.map(\.verdict), [verdict], words)
    }
  }

  func testWhatDisturbsARunIsNamed() {
    let quiet = run(computing: 400, kept: 0)
    let cases: [(run: Run, base: Run, others: Double?, names: String?)] = [
      (quiet, quiet, 0.01, nil), (quiet, quiet, nil, nil),
      (run(computing: 400, kept: 40), quiet, 0.3, "9 % of the time"),
      (run(computing: 400, kept: 40), quiet, 0.3, "others used 30 % of the cores"),
      (quiet, run(computing: 400, kept: 100), nil, "20 % of the time"),
      (run(computing: 600, kept: 0), quiet, 0, "50 % more CPU time"),
      (quiet, quiet, 0.4, "others used 40 % of the cores"),
    ]
    for (run, base, others, names) in cases {
      let reason = Disturbance(of: run, comparedWith: base, others: others)?.reason
      XCTAssertEqual(reason == nil, names == nil, reason ?? "")
      XCTAssertTrue(reason?.contains(names ?? "") ?? true, reason ?? "")
    }
  }

  func testTheSpeedUpThatIsOwedFollowsFromTheCores() {
    for count in [1, 2, 12] {
      let cores = AvailableCores(count: count, numbers: [], explanation: "")
      XCTAssertEqual(
        Machine(cores: cores, isExact: false).speedUp.min ?? 0, Double(count) * Machine.attainable,
        accuracy: 0.005)
    }
  }

  func testWorkersDoubleUpToTheEndAndTheCoresAreAmongThem() {
    let cases: [(cores: Int, end: Int, workers: [Int])] = [
      (1, 4, [1, 2, 4]), (2, 2, [1, 2]), (6, 24, [1, 2, 4, 6, 8, 16, 24]), (3, 3, [1, 2, 3]),
    ]
    for (count, end, workers) in cases {
      let cores = AvailableCores(count: count, numbers: [], explanation: "")
      XCTAssertEqual(Machine(cores: cores, isExact: false).workers(upTo: end), workers)
    }
  }

  func testRunsAreRepeatedOnlyWhileTheyAreDisturbed() {
    var runs = [
      run(computing: 400, kept: 200), run(computing: 400, kept: 90), run(computing: 400, kept: 100),
    ]
    XCTAssertEqual(Run.best { runs.removeFirst() }, run(computing: 400, kept: 90))
    XCTAssertTrue(runs.isEmpty)
    runs = [run(computing: 400, kept: 1), run(computing: 300, kept: 0)]
    XCTAssertEqual(Run.best { runs.removeFirst() }, run(computing: 400, kept: 1))
  }

  func testTwoRunsAfterEachOtherAreOne() {
    let both = run(computing: 100, kept: 10).followed(by: run(computing: 300, kept: 30))
    XCTAssertEqual(both.wall, .milliseconds(440))
    XCTAssertEqual(both.computing, .milliseconds(400))
    XCTAssertEqual(both.usage.samples.map(\.start), [.zero, .milliseconds(110)])
    XCTAssertEqual(both.usage.kept, 40.0 / 440, accuracy: 1e-9)
  }

  /// One worker that computed, and was without a core, for so many milliseconds.
  private func run(computing: Int, kept: Int) -> Run {
    let wall = Duration.milliseconds(computing + kept)
    let sample = CoreSample(worker: 0, core: 0, start: .zero, end: wall, cpu: .milliseconds(computing))
    return Run(result: 1, usage: Utilization(wall: wall, cpu: .milliseconds(computing), samples: [sample]))
  }
}
