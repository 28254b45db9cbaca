package import Foundation

/// What a container, or any other control group of Linux, lets this process use. Elsewhere nothing is limited.
///
/// A group's limit also holds for all groups below it, so that every level up to the root counts. Both versions are read.
package struct ControlGroups {
  /// The root of the file system; another in tests.
  private let root: URL

  package init(root: URL = URL(fileURLWithPath: "/")) {
    self.root = root
  }

  /// How many cores' time the process may use, for example 1.5; `nil` for no limit.
  package var cores: Double? {
    let second = folders(of: nil).compactMap { folder in
      let parts = text(folder, "cpu.max").split(separator: " ")
      return parts.count == 2 ? quota(parts[0], per: parts[1]) : nil
    }
    let first = folders(of: "cpu").compactMap {
      quota(text($0, "cpu.cfs_quota_us")[...], per: text($0, "cpu.cfs_period_us")[...])
    }
    return (second + first).min()
  }

  /// The bytes of memory that it may use; `nil` for no limit.
  package var memory: UInt64? {
    let texts =
      folders(of: nil).map { text($0, "memory.max") }
      + folders(of: "memory").map { text($0, "memory.limit_in_bytes") }
    // The first version says "no limit" with a number near the largest.
    return texts.compactMap { UInt64($0) }.filter { $0 < 1 << 60 }.min()
  }

  /// How many threads it may have; `nil` for no limit.
  package var threads: UInt64? {
    (folders(of: nil) + folders(of: "pids")).compactMap { UInt64(text($0, "pids.max")) }.min()
  }

  /// A negative quota is the first version's way to say that there is none.
  private func quota(_ quota: Substring, per period: Substring) -> Double? {
    guard let quota = Double(quota), let period = Double(period), quota > 0, period > 0 else { return nil }
    return quota / period
  }

  /// The folders of the process's group and of those above it. In a container the group's path may be that of the host, so
  /// that only the mount itself exists.
  ///
  /// - Parameter controller: the controller's name in version 1 of control groups; `nil` for version 2.
  private func folders(of controller: String?) -> [URL] {
    SystemFile.text(root.appending(path: "proc/self/cgroup").path).split(separator: "\n").flatMap {
      line -> [URL] in
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { return [] }
      let mounts: Set<String>
      if let controller {
        guard fields[1].split(separator: ",").contains(Substring(controller)) else { return [] }
        mounts = [controller, String(fields[1])]
      } else {
        guard fields[1].isEmpty else { return [] }
        mounts = [""]
      }
      let names = fields[2].split(separator: "/").filter { $0 != ".." }
      return mounts.flatMap { mount in
        (0...names.count).map { count in
          names.prefix(count).reduce(root.appending(path: "sys/fs/cgroup/\(mount)")) {
            $0.appending(path: String($1))
          }
        }
      }
    }
  }

  private func text(_ folder: URL, _ name: String) -> String {
    SystemFile.text(folder.appending(path: name).path).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
