import EventLoop
import Workload
import XCTest

@testable import ThreadsVersusAsync

/// The trace tells what the loop did, and can be followed line by line.
final class TraceTests: XCTestCase {
  func testTheFirstStepsOfThreePurchases() throws {
    let texts = try Trace.of(Scenario.purchases(3)).enumerated().map { $1.text(number: $0 + 1) }
    XCTAssertEqual(
      Array(texts.prefix(4)),
      [
        "step 1, at 0 ms: runs 1 task\n= nobody waits",
        """
        step 2, at 0 ms: runs 3 tasks
        · purchase 1: computes 1 ms, cookie
        · purchase 1: waits for visitor until 21 ms
        · purchase 2: computes 1 ms, cookie
        · purchase 2: waits for visitor until 22 ms
        · purchase 3: computes 1 ms, cookie
        · purchase 3: waits for visitor until 23 ms
        = waiting: purchase 1 until 21 ms, purchase 2 until 22 ms, purchase 3 until 23 ms
        """,
        """
        step 3, at 21 ms: nothing is ready, the clock jumps to the earliest deadline: 1 task becomes ready
        · purchase 1: its visitor is there
        = waiting: purchase 2 until 22 ms, purchase 3 until 23 ms
        """,
        """
        step 4, at 21 ms: runs 1 task
        · purchase 1: computes 1 ms, order
        · purchase 1: waits for charge until 82 ms
        = waiting: purchase 2 until 22 ms, purchase 3 until 23 ms, purchase 1 until 82 ms
        """,
      ])
  }

  func testEveryPurchaseIsAnsweredOnceAndNobodyIsLeftWaiting() throws {
    let entries = try Trace.of(Scenario.purchases(5))
    let answered = entries.flatMap(\.events).filter { $0.hasSuffix("is answered") }
    XCTAssertEqual(answered.count, 5)
    XCTAssertEqual(Set(answered).count, 5)
    XCTAssertEqual(entries.last?.asleep, [])
    XCTAssertEqual(entries.map(\.instant), entries.map(\.instant).sorted())
  }
}
