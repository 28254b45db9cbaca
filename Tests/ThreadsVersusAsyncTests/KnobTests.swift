import Console
import EventLoop
import Figures
import LessonKit
import Measurement
import Report
import Workload
import XCTest

@testable import ThreadsVersusAsync

/// The lesson with turned knobs, in virtual time.
final class KnobTests: XCTestCase {
  private func report(_ words: [String]) throws -> Report {
    try ThreadsVersusAsync.report(time: .virtual, options: words)
  }

  private func timelines(_ report: Report) throws -> (awaited: Timeline, blocked: Timeline) {
    let timelines = report.parts[0].pictures.compactMap {
      if case .timeline(let figure) = $0 { figure.timeline } else { nil }
    }
    XCTAssertEqual(timelines.count, 2)
    return (timelines[0], timelines[1])
  }

  private func said(_ words: [String]) throws -> [String] {
    try report(words).parts[0].told.compactMap { if case .say(let text) = $0 { text } else { nil } }
  }

  /// All sets of calls that block, on all widths of the pool, for several numbers of purchases.
  func testWhateverIsTurnedAgreesWithTheClosedForms() throws {
    let waits = ["visitor": 20, "charge": 60, "record": 15]
    for mask in 0..<8 {
      let calls = ["visitor", "charge", "record"].enumerated().filter { mask & (1 << $0.offset) != 0 }.map(
        \.element)
      let kept = calls.reduce(0) { $0 + waits[$1]! }
      for purchases in [1, 2, 3, 7, 20] {
        for threads in [1, 2, 5, 20] {
          let words = [
            "--requests", "\(purchases)", "--threads", "\(threads)",
            "--blocking", calls.isEmpty ? "none" : calls.joined(separator: ","),
          ]
          let report = try report(words)
          let (awaited, blocked) = try timelines(report)
          // Awaited, each purchase more on a thread adds what it computes before its first wait, and at most all of it.
          let each = (purchases + threads - 1) / threads
          XCTAssertGreaterThanOrEqual(awaited.makespan, .milliseconds(100), "\(words)")
          XCTAssertLessThanOrEqual(awaited.makespan, .milliseconds(100 + 5 * (each - 1)), "\(words)")
          // Blocked, the threads are held for as long as all purchases keep them; and a purchase for its own time at least.
          let held = Duration.milliseconds((kept + 5) * purchases) / threads
          XCTAssertGreaterThanOrEqual(blocked.makespan, max(.milliseconds(100), held), "\(words)")
          XCTAssertLessThanOrEqual(blocked.makespan, .milliseconds(100 * each), "\(words)")
          for lane in blocked.lanes {
            XCTAssertEqual(lane.time(in: .block), .milliseconds(kept), "\(words)")
            XCTAssertEqual(lane.ownTime, .milliseconds(100), "\(words)")
          }
          if calls.isEmpty || threads >= purchases {
            XCTAssertEqual(blocked.responseTimes, awaited.responseTimes, "\(words)")
          }
          if calls.count == 3 { XCTAssertEqual(blocked.makespan, .milliseconds(100 * each), "\(words)") }
          XCTAssertFalse(report.claims.contains { $0.verdict == .fails }, "\(words)")
        }
      }
    }
  }

  /// What is computed is what the lesson's own servers do.
  func testTheModelAgreesWithTheLessonsCode() throws {
    let (awaited, blocked) = try timelines(try report(["--blocking", "charge"]))
    let three = Purchase.requests(3)
    for (shown, serve) in [
      (awaited, { @Sendable in try await OneLoop(shop: Shop(loop: $0)).serve(three) }),
      (blocked, { @Sendable in try await BlockingServer(loop: $0).serve(three) }),
    ] as [(Timeline, @Sendable (EventLoop) async throws -> [Receipt])] {
      let stage = Stage(time: .virtual, lanes: three.map { Lane($0.label) })
      _ = try stage.loop.run { [loop = stage.loop] in try await serve(loop) }
      XCTAssertEqual(shown.responseTimes, stage.timeline.responseTimes)
    }
    for calls in [["visitor"], ["charge", "record"], ["visitor", "charge", "record"]] {
      var shop = TurnedShop()
      (shop.purchases, shop.blocking) = (9, Set(calls))
      let words = ["--requests", "9", "--blocking", calls.joined(separator: ",")]
      let shown = try timelines(try report(words)).blocked
      XCTAssertEqual(shop.blocked.responseTimes, shown.responseTimes, "\(calls)")
    }
  }

  func testASentenceSaysWhatChangedAndWhy() throws {
    let cases = [
      (
        ["--blocking", "visitor,record", "--requests", "5"],
        "With every call awaited, all 5 purchases are answered after 108 ms. With `visitor` and `record` blocking, that takes 200 ms."
      ),
      (
        ["--threads", "2", "--requests", "6"],
        "A purchase keeps its thread for 60 ms while it waits in `charge`. As soon as 2 purchases do so, all threads are taken, and all the others stand still: 6 times 60 ms on 2 threads take at least 180 ms."
      ),
      (
        ["--threads", "3"],
        "There is a thread for each purchase, so a call that blocks holds up no other. That is a thread for each request again, with what it costs."
      ),
      (["--blocking", "none"], "Both ways, all 3 purchases are answered after 104 ms."),
    ]
    for (words, sentence) in cases {
      let said = try said(words)
      XCTAssertTrue(said.contains(sentence), "\(words): \(said)")
    }
  }

  func testThatOneThreadIsEnoughBearsTheKnobsButForTheThreads() throws {
    for (words, judged) in [
      (["--requests", "20"], ["a-single-thread"]), (["--blocking", "none"], ["a-single-thread"]),
      (["--threads", "2"], []),
    ] {
      let claims = try report(words).claims
      XCTAssertEqual(claims.filter { $0.verdict == .holds }.map(\.id), judged, "\(words)")
      XCTAssertEqual(claims.count, ThreadsVersusAsync.claims.count)
    }
  }

  func testKnobsThatDoNotGoTogetherAreComplainedOf() {
    for (time, words) in [
      (.real(), ["--threads", "2"]), (.virtual, ["--trace", "--requests", "2"]),
      (.virtual, ["--blocking", "chrage"]),
    ] as [(EventLoop.Time, [String])] {
      XCTAssertThrowsError(try ThreadsVersusAsync.report(time: time, options: words)) { error in
        XCTAssertEqual((error as? Complaint)?.status, .usage, "\(words)")
      }
    }
  }
}
