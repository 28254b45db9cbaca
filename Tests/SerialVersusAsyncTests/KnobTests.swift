import Console
import EventLoop
import Figures
import LessonKit
import Measurement
import Report
import Workload
import XCTest

@testable import SerialVersusAsync

/// The lesson with turned knobs, in virtual time: what it shows agrees with the closed forms, and it says what changed.
final class KnobTests: XCTestCase {
  private struct Shown {
    var serial: Timeline
    var async: Timeline
    var sentences: [String]
    var report: Report
  }

  private func shown(_ words: [String]) throws -> Shown {
    let report = try SerialVersusAsync.report(time: .virtual, options: words)
    func timeline(_ id: String) throws -> Timeline {
      let picture = try XCTUnwrap(report.parts[0].pictures.first { $0.id == id })
      guard case .timeline(let figure) = picture else { throw Complaint.usage("\(id) is no timeline") }
      return figure.timeline
    }
    let said = report.parts[0].told.compactMap { if case .say(let text) = $0 { text } else { nil } }
    return Shown(
      serial: try timeline("serial"), async: try timeline("async"), sentences: said, report: report)
  }

  private func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }

  // MARK: Closed forms

  /// Combinations of all knobs, taken at random, the same each time.
  func testWhateverIsTurnedAgreesWithTheClosedForms() throws {
    var random = Seeded(state: 7)
    for _ in 1...150 {
      let count = Int.random(in: 1...20, using: &random)
      func some(_ range: ClosedRange<Int>) -> [Int] {
        (0..<Int.random(in: 1...count, using: &random)).map { _ in Int.random(in: range, using: &random) }
      }
      let (work, wait, arrivals) = (some(1...40), some(0...400), some(0...300))
      let blocking = Set(some(1...count)).filter { _ in Bool.random(using: &random) }.sorted()
      var words = ["--requests", "\(count)", "--work", list(work), "--wait", list(wait)]
      words += ["--arrivals", list(arrivals)] + (blocking.isEmpty ? [] : ["--blocking", list(blocking)])
      let shown = try shown(words)

      let own = (0..<count).map {
        Duration.milliseconds(work.repeatingLast(at: $0) + wait.repeatingLast(at: $0))
      }
      let arrival = (0..<count).map { Duration.milliseconds(arrivals.repeatingLast(at: $0)) }
      // One after another: each begins when it is there and the one before is done.
      var (free, serial) = (Duration.zero, [Duration](repeating: .zero, count: count))
      for index in (0..<count).sorted(by: { (arrival[$0], $0) < (arrival[$1], $1) }) {
        free = max(free, arrival[index]) + own[index]
        serial[index] = free - arrival[index]
      }
      XCTAssertEqual(shown.serial.responseTimes, serial, "\(words)")
      XCTAssertEqual(shown.async.lanes.map(\.ownTime), own, "\(words)")
      XCTAssertEqual(shown.async.lanes.map(\.arrival), arrival, "\(words)")
      for (response, own) in zip(shown.async.responseTimes, own) {
        XCTAssertGreaterThanOrEqual(response, own, "\(words)")
      }
      // Overlapped, the thread needs at least the time in which somebody holds it.
      let held = shown.async.lanes.reduce(Duration.zero) { $0 + $1.time(in: .work, .block) }
      let least = max(held, zip(arrival, own).map(+).max()! - arrival.min()!)
      XCTAssertGreaterThanOrEqual(shown.async.makespan, least, "\(words)")
      XCTAssertLessThanOrEqual(shown.async.makespan, shown.serial.makespan, "\(words)")
      for (index, lane) in shown.async.lanes.enumerated() {
        let blocks = blocking.contains(index + 1)
        XCTAssertEqual(lane.time(in: blocks ? .wait : .block), .zero, "\(words)")
      }
      XCTAssertFalse(shown.report.claims.contains { $0.verdict == .fails }, "\(words)")
      XCTAssertEqual(shown.report.claims.count, SerialVersusAsync.claims.count)
    }
  }

  /// Two that are alike go through every step one behind the other: the second is late by one step, whatever their waits are.
  func testOverlappedTheSecondOfTwoAlikeIsLateByAStep() throws {
    for (work, wait) in [(15, 185), (6, 40), (30, 370), (9, 4000)] {
      let shown = try shown(["--requests", "2", "--work", "\(work)", "--wait", "\(wait)"])
      let own = Duration.milliseconds(work + wait)
      XCTAssertEqual(shown.async.responseTimes, [own, own + .milliseconds(work / 3)])
    }
  }

  func testWhereNothingWaitsOrEverythingBlocksNothingIsGained() throws {
    let numbers = list(Array(1...5))
    for words in [["--wait", "0"], ["--wait", "0", "--work", "7,9"], ["--blocking", numbers]] {
      let shown = try shown(["--requests", "5"] + words)
      XCTAssertEqual(shown.async.makespan, shown.serial.makespan, "\(words)")
    }
    let blocking = try shown(["--requests", "5", "--blocking", numbers])
    XCTAssertEqual(blocking.async.responseTimes, blocking.serial.responseTimes)
  }

  func testAThreadForEachTakesEachItsOwnTime() throws {
    for threads in [3, 4, 20] {
      let shown = try shown(["--threads", "\(threads)"])
      XCTAssertEqual(shown.serial.responseTimes, ThreeRequests.atOnce.map(\.ownTime))
      XCTAssertEqual(shown.async.responseTimes, ThreeRequests.atOnce.map(\.ownTime))
    }
    let two = try shown(["--requests", "6", "--wait", "85", "--threads", "2"])
    XCTAssertEqual(two.serial.makespan, .milliseconds(300))
  }

  /// What is computed, and what the sentences go by, is what the lesson's code does.
  func testTheModelAgreesWithTheLessonsCode() throws {
    for words in [
      [], ["--blocking", "2"], ["--requests", "9", "--blocking", "1,4", "--arrivals", "0,30,9"],
    ] {
      let arguments = try Arguments(words, options: SerialVersusAsync.knobs.map(\.option))
      let scenario = try TurnedScenario(try Knobs(arguments, SerialVersusAsync.knobs))
      let shown = try shown(words.isEmpty ? ["--requests", "3"] : words)
      XCTAssertEqual(scenario.overlapped.responseTimes, shown.async.responseTimes)
      XCTAssertEqual(scenario.oneAfterAnother.responseTimes, shown.serial.responseTimes)
    }
  }

  func testTotalsAreSharedAsInTheLecture() throws {
    let requests = try XCTUnwrap(TurnedScenario.lecture.requests.first)
    let turned = requests.with(work: .milliseconds(10), waiting: .milliseconds(370))
    XCTAssertEqual(turned.duration(of: "user"), .milliseconds(130))
    XCTAssertEqual(turned.duration(of: "courses"), .milliseconds(240))
    XCTAssertEqual(turned.work, .milliseconds(10), "however it is rounded")
  }

  // MARK: What is said

  func testASentenceSaysWhatChangedAndWhy() throws {
    let cases: [([String], String)] = [
      (
        ["--blocking", "2"],
        "Request 2 blocks: while it waits, it keeps the thread, so request 1 waits 140 ms longer and request 3 waits 195 ms longer."
      ),
      (
        ["--requests", "5", "--wait", "90", "--arrivals", "0,10,110", "--blocking", "3"],
        "Request 3 blocks: while it waits, it keeps the thread, so requests 2, 4 and 5 wait 100 ms longer."
      ),
      (
        ["--blocking", "1", "--arrivals", "0,500"],
        "Request 1 blocks: while it waits, it keeps the thread. But no other request needs the thread just then, so none of them is late."
      ),
      (
        ["--blocking", "1,2,3"],
        "All requests block, so none of them lets another in, and nothing overlaps. `await` does not help where the function that is called keeps the thread."
      ),
      (["--wait", "0"], "No request waits, so there is nothing to overlap: both ways take equally long."),
      (
        ["--wait", "185,185,400"],
        "One after another, the last answer leaves after 815 ms; overlapped, after 425 ms, and request 3 is the last. In the lecture these are 500 ms and 205 ms, and request 2 is the last."
      ),
    ]
    for (words, sentence) in cases {
      let said = try shown(words).sentences
      XCTAssertTrue(said.contains(sentence), "\(words): \(said)")
    }
  }

  // MARK: Claims

  func testClaimsThatDoNotBearTheKnobsNeedTheLecturesScenario() throws {
    let report = try shown(["--blocking", "2"]).report
    let judged = report.claims.filter { $0.verdict != .notMeasured }.map(\.id)
    XCTAssertEqual(judged, ["overlap-only-while-waiting", "own-time-stays", "same-operation"])
    for claim in report.claims where !judged.contains(claim.id) {
      XCTAssertEqual(claim.because, "It needs the lecture's scenario.", claim.id)
    }
    XCTAssertEqual(report.knobs, ["blocking": "2"])
  }

  func testKnobsThatDoNotGoTogetherAreComplainedOf() throws {
    let cases: [([String], String)] = [
      (["--blocking", "4"], "--blocking names request 4, and there are 3 requests"),
      (["--requests", "1", "--blocking", "2"], "--blocking names request 2, and there is 1 request"),
      (["--work", "1,2,3,4"], "--work has 4 values for 3 requests"),
      (
        ["--work", "5,0", "--wait", "0"],
        "request 2 takes no time at all: give it some --work or --wait"
      ),
    ]
    for (words, message) in cases {
      XCTAssertThrowsError(try SerialVersusAsync.report(time: .virtual, options: words)) { error in
        XCTAssertEqual((error as? Complaint)?.message, message, "\(words)")
        XCTAssertEqual((error as? Complaint)?.status, .usage)
      }
    }
    XCTAssertThrowsError(try SerialVersusAsync.report(time: .real(), options: ["--threads", "2"]))
  }
}

/// Random numbers that are the same each time (splitmix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
