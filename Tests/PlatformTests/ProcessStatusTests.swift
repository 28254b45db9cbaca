import Dispatch
import Foundation
import Platform
import XCTest

/// The figures are those of the operating system, and move with what the process does.
final class ProcessStatusTests: XCTestCase {
  /// Many threads with large stacks: threads of other tests may end meanwhile, and the C library keeps small stacks for the next thread.
  func testThreadsThatWaitAreCounted() {
    let (count, stack) = (32, 64 << 20)
    let before = ProcessStatus.current
    XCTAssertGreaterThanOrEqual(before.threads, 1)
    let go = DispatchSemaphore(value: 0)
    let started = DispatchSemaphore(value: 0)
    for _ in 1...count {
      let thread = Thread {
        started.signal()
        go.wait()
      }
      thread.stackSize = stack
      thread.start()
    }
    for _ in 1...count { started.wait() }
    let change = ProcessStatus.current.since(before)
    for _ in 1...count { go.signal() }
    XCTAssertGreaterThan(change.threads, count / 2)
    XCTAssertGreaterThan(change.virtualBytes, count / 2 * stack, "every thread has a stack")
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

  /// Straight from the system: `malloc` may hand out again what the process has had all along.
  func testMemoryThatIsWrittenToBecomesResident() throws {
    let (mapped, written) = (512 << 20, 64 << 20)
    let before = ProcessStatus.current
    let memory = try XCTUnwrap(
      mmap(nil, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0), "no address space")
    XCTAssertNotEqual(memory, MAP_FAILED)
    memory.initializeMemory(as: UInt8.self, repeating: 1, count: written)
    let change = ProcessStatus.current.since(before)
    munmap(memory, mapped)
    XCTAssertGreaterThan(change.residentBytes, written / 2)
    XCTAssertLessThan(change.residentBytes, mapped / 2, "what is only mapped takes no memory")
    XCTAssertGreaterThan(change.virtualBytes, mapped / 2)
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
