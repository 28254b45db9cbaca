import Foundation

/// The limit that a container puts on computing: CPU time a process group may use, per period.
enum CgroupQuota {
  /// The tightest quota that applies to this process, in cores; `nil` where there is none.
  ///
  /// A group's quota also holds for all groups below it, so that all levels up to the root count. Both versions of Linux's
  /// control groups are read: `cpu.max` of version 2, `cpu.cfs_quota_us` of version 1.
  static func read(root: URL) -> Double? {
    let groups = try? String(contentsOf: root.appending(path: "proc/self/cgroup"), encoding: .utf8)
    let quotas = (groups ?? "").split(separator: "\n").flatMap { line -> [Double] in
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { return [] }
      let controllers = fields[1].split(separator: ",")
      if controllers.isEmpty {
        return levels(of: fields[2], below: root.appending(path: "sys/fs/cgroup")).compactMap(version2)
      }
      guard controllers.contains("cpu") else { return [] }
      let mounts = Set(["cpu", String(fields[1])]).map { root.appending(path: "sys/fs/cgroup/\($0)") }
      return mounts.flatMap { levels(of: fields[2], below: $0) }.compactMap(version1)
    }
    return quotas.min()
  }

  /// A group's folder and those above it. In a container the group's path may be that of the host, so that only the mount
  /// itself exists.
  private static func levels(of group: Substring, below mount: URL) -> [URL] {
    let names = group.split(separator: "/").filter { $0 != ".." }
    return (0...names.count).map { count in
      names.prefix(count).reduce(mount) { $0.appending(path: String($1)) }
    }
  }

  private static func version2(_ folder: URL) -> Double? {
    let words = text(folder, "cpu.max")?.split(separator: " ").map { Double($0) }
    guard let words, words.count == 2, let quota = words[0], let period = words[1] else { return nil }
    return cores(quota, per: period)
  }

  private static func version1(_ folder: URL) -> Double? {
    guard let quota = text(folder, "cpu.cfs_quota_us").flatMap({ Double($0) }),
      let period = text(folder, "cpu.cfs_period_us").flatMap({ Double($0) })
    else { return nil }
    return cores(quota, per: period)
  }

  /// A negative quota is version 1's way to say that there is none.
  private static func cores(_ quota: Double, per period: Double) -> Double? {
    quota > 0 && period > 0 ? quota / period : nil
  }

  private static func text(_ folder: URL, _ name: String) -> String? {
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
