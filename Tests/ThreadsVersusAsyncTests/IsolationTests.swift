import EventLoop
import Figures
import Foundation
import LessonKit
import Measurement
import Platform
import Processes
import XCTest

@testable import ThreadsVersusAsync

/// Measuring in a process of its own: what it asks comes back, and what goes wrong is said.
final class IsolationTests: XCTestCase {
  func testEveryMeasurementSurvivesItsCommandLine() {
    let measurements: [IsolatedMeasurement] =
      [.poolWidth, .crowd(.tasks, count: 7, milliseconds: 3), .crowd(.threads, count: 1, milliseconds: 0)]
      + Turns.Kind.allCases.map { .turns($0) }
    for measurement in measurements {
      XCTAssertEqual(IsolatedMeasurement(words: measurement.words), measurement)
    }
    let others = [
      [], ["--trace"], ["--measure-apart"], ["--measure-apart", "sheep", "1", "1"],
      ["--measure-apart", "tasks", "0", "1"], ["--measure-apart", "tasks", "-1", "1"],
      ["--measure-apart", "tasks", "1"],
    ]
    for words in others { XCTAssertNil(IsolatedMeasurement(words: words), "\(words)") }
  }

  func testCrowdsOfBothKindsWaitAndAreAnswered() throws {
    let threads: Crowd = try IsolatedMeasurement.crowd(.threads, count: 50, milliseconds: 500).inChild()
    // The Thread Sanitizer starts a thread of its own beside the first.
    let own = threads.held.threads - (Instrumentation.hasThreadSanitizer ? 1 : 0)
    XCTAssertEqual([threads.asked, threads.made, threads.answered, own], [50, 50, 50, 50])
    XCTAssertNil(threads.stopped)
    let tasks: Crowd = try IsolatedMeasurement.crowd(.tasks, count: 2000, milliseconds: 1000).inChild()
    XCTAssertEqual([tasks.asked, tasks.made, tasks.waiting, tasks.answered], [2000, 2000, 2000, 2000])
    XCTAssertEqual(tasks.held.threads, 0, "a task took a thread")
    for crowd in [threads, tasks] { XCTAssertGreaterThanOrEqual(crowd.wall, crowd.wait) }
    XCTAssertGreaterThan(threads.virtualBytesEach, 50 * tasks.virtualBytesEach)
  }

  func testThePoolHasAsManyThreadsAsTheMachineHasCores() throws {
    let width = try IsolatedMeasurement.poolWidth.inChild(PoolWidth.self).threads
    XCTAssertGreaterThanOrEqual(width, 1)
    XCTAssertLessThanOrEqual(width, 2 * ProcessInfo.processInfo.activeProcessorCount)
  }

  func testWhatGoesWrongIsSaid() {
    func failure(_ path: String, _ words: [String], seconds: Int = 5) -> IsolatedMeasurement.Failure? {
      do {
        _ = try IsolatedMeasurement.output(of: path, words, seconds: seconds)
        return nil
      } catch {
        return error
      }
    }
    XCTAssertEqual(failure("/bin/sh", ["-c", "exit 3"]), .ended(.exited(3), seconds: 5))
    XCTAssertEqual(failure("/bin/sh", ["-c", "kill -9 $$"]), .ended(.signalled(9), seconds: 5))
    XCTAssertEqual(failure("/bin/sleep", ["1000"], seconds: 0), .ended(.timedOut, seconds: 0))
    XCTAssertEqual(failure("/nowhere/at/all", []), .notStarted(SystemError("posix_spawn", code: ENOENT)))
  }
}
