import Foundation
import XCTest

@testable import Platform

/// The cores that a process may use, read from trees of files like those that Linux shows.
final class AvailableCoresTests: XCTestCase {
  private var root = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "cores-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  override func tearDownWithError() throws {
    try FileManager.default.removeItem(at: root)
  }

  private func write(_ text: String, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func affinity(_ list: String) throws {
    try write("Name:\tlesson\nCpus_allowed:\tff\nCpus_allowed_list:\t\(list)\n", to: "proc/self/status")
  }

  func testAffinityListsSingleCoresAndRanges() {
    let cases: [(list: String, numbers: [Int]?)] = [
      ("0", [0]), ("0-3", [0, 1, 2, 3]), ("0,2", [0, 2]), ("1-2,5,7-8", [1, 2, 5, 7, 8]),
      ("", nil), ("3-1", nil), ("a-b", nil),
    ]
    for (list, numbers) in cases {
      XCTAssertEqual(AvailableCores.affinity(inStatus: "Cpus_allowed_list:\t\(list)\n"), numbers, list)
    }
    XCTAssertNil(AvailableCores.affinity(inStatus: "Name:\tlesson\n"))
  }

  func testWithoutAQuotaAffinityDecides() throws {
    try affinity("2-5")
    let cores = AvailableCores.read(root: root)
    XCTAssertEqual(cores.count, 4)
    XCTAssertEqual(cores.numbers, [2, 3, 4, 5])
    XCTAssertTrue(cores.explanation.contains("affinity"), cores.explanation)
  }

  func testAQuotaCountsInWholeCoresAndIsNamed() throws {
    let cases: [(max: String, count: Int)] = [
      ("250000 100000", 2), ("100000 100000", 1), ("50000 100000", 1), ("max 100000", 8),
      ("1600000 100000", 8),
    ]
    try affinity("0-7")
    try write("0::/\n", to: "proc/self/cgroup")
    for (max, count) in cases {
      try write(max + "\n", to: "sys/fs/cgroup/cpu.max")
      let cores = AvailableCores.read(root: root)
      XCTAssertEqual(cores.count, count, max)
      XCTAssertEqual(cores.explanation.contains("quota of the container"), count < 8, max)
    }
  }

  func testTheTightestQuotaOnTheWayUpHolds() throws {
    try affinity("0-15")
    try write("0::/system/lesson\n", to: "proc/self/cgroup")
    try write("800000 100000\n", to: "sys/fs/cgroup/system/lesson/cpu.max")
    try write("300000 100000\n", to: "sys/fs/cgroup/system/cpu.max")
    XCTAssertEqual(AvailableCores.read(root: root).count, 3)
  }

  func testVersionOneOfControlGroupsIsRead() throws {
    try affinity("0-7")
    try write("4:memory:/x\n3:cpu,cpuacct:/docker/abc\n", to: "proc/self/cgroup")
    try write("200000\n", to: "sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us")
    try write("100000\n", to: "sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us")
    XCTAssertEqual(AvailableCores.read(root: root).count, 2)
    try write("-1\n", to: "sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us")
    XCTAssertEqual(AvailableCores.read(root: root).count, 8)
  }

  func testWithoutLinuxsFilesThereIsAtLeastOneCore() {
    let cores = AvailableCores.read(root: root)
    XCTAssertGreaterThanOrEqual(cores.count, 1)
    XCTAssertEqual(cores.numbers.count, cores.count)
  }

  func testALimitNamesItsReasonAndNeverAddsCores() throws {
    try affinity("0-3")
    let cores = AvailableCores.read(root: root)
    XCTAssertEqual(
      cores.limited(to: 1, because: "one was asked for"),
      AvailableCores(count: 1, numbers: [0], explanation: "one was asked for"))
    XCTAssertEqual(cores.limited(to: 9, because: "nine were asked for"), cores)
  }
}
