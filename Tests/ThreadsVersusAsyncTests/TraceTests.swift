import EventLoop
import LessonKit
import Report
import Workload
import XCTest

@testable import ThreadsVersusAsync

/// The trace tells what the loop did, and can be followed line by line.
final class TraceTests: XCTestCase {
  func testTheFirstStepsOfThreePurchases() throws {
    let texts = try Trace.of(Purchase.requests(3)).enumerated().map { $1.text(number: $0 + 1) }
    XCTAssertEqual(
      Array(texts.prefix(5)),
      [
        """
        step 1, at 0 ms: runs 1 task (Schedule.nextReady)
        · the program: starts a task for each purchase
        = no task sleeps
        """,
        """
        step 2, at 0 ms: runs 3 tasks (Schedule.nextReady)
        · purchase 1: computes 1 ms, cookie
        · purchase 1: waits for visitor until 21 ms
        · purchase 2: computes 1 ms, cookie
        · purchase 2: waits for visitor until 22 ms
        · purchase 3: computes 1 ms, cookie
        · purchase 3: waits for visitor until 23 ms
        = asleep: purchase 1 until 21 ms, purchase 2 until 22 ms, purchase 3 until 23 ms
        """,
        """
        step 3, at 21 ms: 1 task is due, and ready from now on (TimerHeap.removeAll)
        · no task was ready: the clock has jumped to the earliest deadline
        · purchase 1: its visitor is there
        = asleep: purchase 2 until 22 ms, purchase 3 until 23 ms
        """,
        """
        step 4, at 21 ms: runs 1 task (Schedule.nextReady)
        · purchase 1: computes 1 ms, order
        · purchase 1: waits for charge until 82 ms
        = asleep: purchase 2 until 22 ms, purchase 3 until 23 ms, purchase 1 until 82 ms
        """,
        """
        step 5, at 22 ms: 1 task is due, and ready from now on (TimerHeap.removeAll)
        · purchase 2: its visitor is there
        = asleep: purchase 3 until 23 ms, purchase 1 until 82 ms
        """,
      ])
  }

  func testEveryPurchaseIsAnsweredOnceAndNobodyIsLeftWaiting() throws {
    let entries = try Trace.of(Purchase.requests(5))
    let answered = entries.flatMap(\.events).filter { $0.hasSuffix("is answered") }
    XCTAssertEqual(answered.count, 5)
    XCTAssertEqual(Set(answered).count, 5)
    XCTAssertEqual(entries.last?.asleep, [])
    XCTAssertEqual(entries.map(\.instant), entries.map(\.instant).sorted())
  }

  func testEveryTaskThatRunsSaysWhatItDoes() throws {
    for entry in try Trace.of(Purchase.requests(4)) {
      guard case .run(let tasks) = entry.step else { continue }
      let speakers = Set(entry.events.compactMap { $0.split(separator: ":").first })
      XCTAssertEqual(speakers.count, tasks, "\(entry.events)")
    }
  }

  func testAskedForAloneItIsInVirtualTimeAndJudgesNothing() throws {
    let report = try ThreadsVersusAsync.report(time: .real(), options: ["--trace"])
    XCTAssertEqual(report.time, "virtual")
    XCTAssertEqual(report.parts.map(\.id), ["trace"])
    XCTAssertTrue(report.claims.isEmpty)
  }
}
