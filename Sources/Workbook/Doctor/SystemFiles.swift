import Foundation

/// What Linux tells in files about the limits of a process and of the container that it is in.
///
/// On another system the files are missing, and nothing is limited.
struct SystemFiles {
  /// The root of the file system; another in tests.
  var root = ""

  /// The cores that the process may run on (its affinity, and the container's set of processors).
  var allowedCores: Int? {
    let line = text("/proc/self/status")?.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
    guard let list = line?.split(separator: ":").last?.trimmed else { return nil }
    return list.split(separator: ",").reduce(0) { (count: Int, range: Substring) -> Int in
      let ends = range.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last else { return count }
      return count + last - first + 1
    }
  }

  /// How many cores' time the container may use, for example 1.5; `nil` for no limit.
  var processorQuota: Double? {
    let second = inGroups("cpu.max", of: nil).compactMap { quota($0.split(separator: " ")) }
    let first = zip(inGroups("cpu.cfs_quota_us", of: "cpu"), inGroups("cpu.cfs_period_us", of: "cpu"))
      .compactMap { quota([Substring($0), Substring($1)]) }
    return (second + first).min()
  }

  /// The bytes of memory that the container may use; `nil` for no limit.
  var memoryLimit: UInt64? {
    let texts = inGroups("memory.max", of: nil) + inGroups("memory.limit_in_bytes", of: "memory")
    // The first version says "no limit" with a number near the largest.
    return texts.compactMap { UInt64($0) }.filter { $0 < 1 << 60 }.min()
  }

  /// The threads that the container may have; `nil` for no limit.
  var threadLimit: UInt64? {
    (inGroups("pids.max", of: nil) + inGroups("pids.max", of: "pids")).compactMap { UInt64($0) }.min()
  }

  private func quota(_ parts: [Substring]) -> Double? {
    guard parts.count == 2, let quota = Double(parts[0]), let period = Double(parts[1]), quota > 0, period > 0
    else {
      return nil
    }
    return quota / period
  }

  /// What a file says in the process's control group and in those above it; each of them limits.
  ///
  /// - Parameter controller: the controller's name in version 1 of control groups; `nil` for version 2.
  private func inGroups(_ file: String, of controller: String?) -> [String] {
    let lines = (text("/proc/self/cgroup") ?? "").split(separator: "\n").map {
      $0.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    }
    guard
      let line = lines.first(where: { line in
        line.count == 3
          && (controller.map { line[1].split(separator: ",").contains(Substring($0)) } ?? line[1].isEmpty)
      })
    else { return [] }
    var path = line[2].split(separator: "/")
    var found: [String] = []
    while true {
      let folder = (["/sys/fs/cgroup"] + (controller.map { [$0] } ?? []) + path.map(String.init)).joined(
        separator: "/")
      if let text = text("\(folder)/\(file)")?.trimmed { found.append(text) }
      if path.isEmpty { return found }
      path.removeLast()
    }
  }

  private func text(_ path: String) -> String? {
    // Such files have no size that could be asked for beforehand.
    FileManager.default.contents(atPath: root + path).map { String(decoding: $0, as: UTF8.self) }
  }
}
