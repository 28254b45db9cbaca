import XCTest

@testable import Platform

/// What the system says about cores: which one a thread is on, and how long they were used.
final class CPUTimeTests: XCTestCase {
  func testTheCoreIsFoundBehindAThreadNameThatMisleads() {
    let fields = (3...52).map { $0 == 39 ? "5" : "0" }.joined(separator: " ")
    XCTAssertEqual(SystemFile.field(39, inStat: "17 (a) b) (c) \(fields)"), 5)
    XCTAssertNil(SystemFile.field(39, inStat: "17 (short) R 1 2"))
    XCTAssertNil(SystemFile.field(39, inStat: ""))
  }

  func testCPUTimeOfTheProcessGrowsWithWork() {
    let before = CPUTime.ofProcess
    let thread = CPUTime.ofThread
    while CPUTime.ofThread - thread < .milliseconds(5) {}
    XCTAssertGreaterThanOrEqual((CPUTime.ofProcess - before).total, .milliseconds(4))
  }

  func testCPUTimeIsUserAndSystemTime() {
    XCTAssertEqual(CPUTime(user: .seconds(3), system: .seconds(1)).total, .seconds(4))
    XCTAssertEqual(
      CPUTime(user: .seconds(3), system: .seconds(1)) - CPUTime(user: .seconds(1)),
      CPUTime(user: .seconds(2), system: .seconds(1)))
  }

  func testTheTimeWithoutACoreIsReadWhereTheKernelCountsIt() {
    XCTAssertEqual(CPUTime.lack(inSchedstat: "378499132 123138043 40\n"), .nanoseconds(123_138_043))
    for text in ["0 0 0\n", "", "1 2\n", "1 2 3 4\n", "a b c\n"] {
      XCTAssertNil(CPUTime.lack(inSchedstat: text), text)
    }
  }
}
