import Figures
import Foundation
import Measurement
import Platform
import Processes
import XCTest

@testable import ThreadsVersusAsync

/// What the lesson measures in processes of its own.
final class MeasuringTests: XCTestCase {
  func testCrowdsOfBothKindsWaitAndAreAnswered() throws {
    let threads = try Crowd.process.answer(
      to: .init(kind: .threads, count: 50, wait: .milliseconds(500)))
    // The Thread Sanitizer starts a thread of its own beside the first.
    let own = threads.held.threads - (Instrumentation.hasThreadSanitizer ? 1 : 0)
    XCTAssertEqual([threads.order.count, threads.made, threads.answered, own], [50, 50, 50, 50])
    XCTAssertNil(threads.stopped)
    let tasks = try Crowd.process.answer(to: .init(kind: .tasks, count: 2000, wait: .seconds(1)))
    XCTAssertEqual([tasks.order.count, tasks.made, tasks.waiting, tasks.answered], [2000, 2000, 2000, 2000])
    XCTAssertEqual(tasks.held.threads, 0, "a task took a thread")
    for crowd in [threads, tasks] { XCTAssertGreaterThanOrEqual(crowd.wall, crowd.order.wait) }
    XCTAssertGreaterThan(threads.virtualBytesEach, 50 * tasks.virtualBytesEach)
  }

  func testEverySwitchTakesSomeTimeAndNotAMillisecond() throws {
    let turns = try Turns.measureAll().get()
    XCTAssertEqual(turns.map(\.kind), Turns.Kind.allCases)
    for turn in turns { XCTAssertTrue((1...1_000_000).contains(turn.nanoseconds), "\(turn)") }
  }

  func testThePoolHasAsManyThreadsAsTheMachineHasCores() throws {
    let width = try PoolWidth.measured()
    XCTAssertGreaterThanOrEqual(width, 1)
    XCTAssertLessThanOrEqual(width, 2 * ProcessInfo.processInfo.activeProcessorCount)
  }

  func testATableWithoutMeasurementsHasAllItsRows() {
    let crowds = Crowds(limit: ThreadLimit(1_000_000, .unknown))
    guard case .table(let table) = crowds.table else { return XCTFail("no table") }
    XCTAssertEqual(table.rows.count, 2 * Crowds.sizes.count)
    XCTAssertTrue(crowds.remarks.isEmpty)
    XCTAssertNil(crowds.largestPair)
  }
}
