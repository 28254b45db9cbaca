import Foundation
import Platform
import XCTest

/// The limits of a container, read from trees of files like those that Linux shows.
final class ControlGroupsTests: XCTestCase {
  func testReadsVersion2OfControlGroups() throws {
    let files = try files([
      "/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/cpu.max": "max 100000\n",
      "/sys/fs/cgroup/a/cpu.max": "150000 100000\n", "/sys/fs/cgroup/a/b/memory.max": "max\n",
      "/sys/fs/cgroup/a/memory.max": "2000000000\n", "/sys/fs/cgroup/a/pids.max": "max\n",
    ])
    XCTAssertEqual(files.cores, 1.5)
    XCTAssertEqual(files.memory, 2_000_000_000)
    XCTAssertNil(files.threads)
  }

  func testReadsVersion1OfControlGroups() throws {
    let files = try files([
      "/proc/self/cgroup": "3:pids:/x\n2:cpu,cpuacct:/x\n1:memory:/x\n",
      "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "50000\n", "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
      "/sys/fs/cgroup/cpu/x/cpu.cfs_quota_us": "-1\n", "/sys/fs/cgroup/cpu/x/cpu.cfs_period_us": "100000\n",
      "/sys/fs/cgroup/memory/x/memory.limit_in_bytes": "9223372036854771712\n",
      "/sys/fs/cgroup/pids/x/pids.max": "500\n",
    ])
    XCTAssertEqual(files.cores, 0.5)
    XCTAssertNil(files.memory)
    XCTAssertEqual(files.threads, 500)
  }

  func testNothingIsLimitedWhereThereAreNoSuchFiles() throws {
    let files = try files([:])
    XCTAssertNil(files.cores)
    XCTAssertNil(files.memory)
    XCTAssertNil(files.threads)
  }

  private func files(_ contents: [String: String]) throws -> ControlGroups {
    let root = FileManager.default.temporaryDirectory.appending(path: "groups-\(UUID().uuidString)")
    addTeardownBlock { try? FileManager.default.removeItem(at: root) }
    for (path, text) in contents {
      let file = root.appending(path: String(path.dropFirst()))
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return ControlGroups(root: root)
  }
}
