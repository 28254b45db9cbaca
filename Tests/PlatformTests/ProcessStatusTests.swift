import Dispatch
import Foundation
import Platform
import XCTest

/// The figures are those of the operating system, and move with what the process does.
final class ProcessStatusTests: XCTestCase {
  func testThreadsThatWaitAreCounted() {
    let before = ProcessStatus.current
    XCTAssertGreaterThanOrEqual(before.threads, 1)
    let go = DispatchSemaphore(value: 0)
    let started = DispatchSemaphore(value: 0)
    for _ in 1...5 {
      Thread.detachNewThread {
        started.signal()
        go.wait()
      }
    }
    for _ in 1...5 { started.wait() }
    let change = ProcessStatus.current.since(before)
    for _ in 1...5 { go.signal() }
    XCTAssertGreaterThanOrEqual(change.threads, 5)
    XCTAssertGreaterThan(change.virtualBytes, 5 * 400_000, "every thread has a stack")
  }

  func testWaitingForAnotherThreadGivesTheCoreAway() {
    let before = ProcessStatus.current
    let ping = DispatchSemaphore(value: 0)
    let pong = DispatchSemaphore(value: 0)
    let rounds = 1000
    Thread.detachNewThread {
      for _ in 1...rounds {
        ping.wait()
        pong.signal()
      }
    }
    for _ in 1...rounds {
      ping.signal()
      pong.wait()
    }
    XCTAssertGreaterThan(ProcessStatus.current.since(before).voluntarySwitches, 0)
  }

  func testMemoryThatIsWrittenToBecomesResident() {
    let size = 64 << 20
    let before = ProcessStatus.current
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4096)
    memory.initializeMemory(as: UInt8.self, repeating: 1, count: size)
    let change = ProcessStatus.current.since(before)
    memory.deallocate()
    XCTAssertGreaterThan(change.residentBytes, size * 3 / 4)
    XCTAssertGreaterThan(change.virtualBytes, size * 3 / 4)
  }

  func testComputingUsesTheProcessor() {
    let before = ProcessStatus.current
    var state: UInt64 = 1
    while ProcessStatus.current.since(before).cpuSeconds < 0.02 {
      for _ in 0..<10_000 { state = state &* 6_364_136_223_846_793_005 &+ 1 }
    }
    withExtendedLifetime(state) {}
    XCTAssertGreaterThan(ProcessStatus.current.cpuSeconds, before.cpuSeconds)
  }
}
