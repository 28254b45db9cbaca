import XCTest

@testable import Workbook

final class SystemFilesTests: XCTestCase {
  func testReadsVersion2OfControlGroups() throws {
    let files = try files([
      "/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/cpu.max": "max 100000\n",
      "/sys/fs/cgroup/a/cpu.max": "150000 100000\n", "/sys/fs/cgroup/a/b/memory.max": "max\n",
      "/sys/fs/cgroup/a/memory.max": "2000000000\n", "/sys/fs/cgroup/a/pids.max": "max\n",
    ])
    XCTAssertEqual(files.processorQuota, 1.5)
    XCTAssertEqual(files.memoryLimit, 2_000_000_000)
    XCTAssertNil(files.threadLimit)
  }

  func testReadsVersion1OfControlGroups() throws {
    let files = try files([
      "/proc/self/cgroup": "3:pids:/x\n2:cpu,cpuacct:/x\n1:memory:/x\n",
      "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "50000\n", "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
      "/sys/fs/cgroup/cpu/x/cpu.cfs_quota_us": "-1\n", "/sys/fs/cgroup/cpu/x/cpu.cfs_period_us": "100000\n",
      "/sys/fs/cgroup/memory/x/memory.limit_in_bytes": "9223372036854771712\n",
      "/sys/fs/cgroup/pids/x/pids.max": "500\n",
    ])
    XCTAssertEqual(files.processorQuota, 0.5)
    XCTAssertNil(files.memoryLimit)
    XCTAssertEqual(files.threadLimit, 500)
  }

  func testReadsTheCoresThatTheProcessMayUse() throws {
    for (list, count) in [("0-3", 4), ("0,2-3,7", 4), ("5", 1)] {
      XCTAssertEqual(
        try files(["/proc/self/status": "Name:\tx\nCpus_allowed_list:\t\(list)\n"]).allowedCores, count)
    }
  }

  func testNothingIsLimitedWhereThereAreNoSuchFiles() throws {
    let files = try files([:])
    XCTAssertNil(files.processorQuota)
    XCTAssertNil(files.memoryLimit)
    XCTAssertNil(files.threadLimit)
    XCTAssertNil(files.allowedCores)
  }

  func testFindsVersionsInWhatProgramsSay() {
    for (text, version) in [
      ("Swift version 6.3.1 (swift-6.3.1-RELEASE)", "6.3.1"), ("Python 3.11.7", "3.11.7"),
      ("v20.20.2", "20.20.2"),
      ("swift-driver version: 1.148.6 Apple Swift version 6.2 (x)", "1.148.6"),
      ("wrk 4.1.0 [epoll]", "4.1.0"),
    ] {
      XCTAssertEqual(ProgramVersion(in: text)?.description, version)
    }
    XCTAssertNil(ProgramVersion(in: "none"))
    XCTAssertTrue(ProgramVersion([6, 1, 9]) < ProgramVersion([6, 2]))
    XCTAssertFalse(ProgramVersion([6, 10]) < ProgramVersion([6, 2]))
  }

  private func files(_ contents: [String: String]) throws -> SystemFiles {
    let checkout = try TemporaryCheckout(for: self)
    for (path, text) in contents { try checkout.write(String(path.dropFirst()), text) }
    return SystemFiles(root: checkout.root.path)
  }
}
