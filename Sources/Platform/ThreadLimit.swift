import Foundation

/// How many threads a process may have on this machine, and which rule says so.
package struct ThreadLimit: Sendable, Hashable {
  /// What limits the number of threads.
  package enum Rule: Sendable, Hashable, CaseIterable {
    /// `kernel.pid_max` of Linux: the ids of all processes and threads.
    case threadIDs
    /// `kernel.threads-max` of Linux.
    case allThreads
    /// `vm.max_map_count` of Linux: a thread's stack and the guard page below it are two pieces of address space.
    case memoryMaps
    /// `ulimit -u`: on Linux, the processes and threads of one user.
    case user
    /// `pids.max` of a control group of Linux, such as a container.
    case controlGroup
    /// `kern.num_taskthreads` of macOS.
    case taskThreads
    /// A guess, since no rule could be read.
    case unknown
  }

  package var count: Int
  package var rule: Rule

  package init(_ count: Int, _ rule: Rule) {
    self.count = count
    self.rule = rule
  }

  /// The strictest of the rules. The user's is first raised as far as that goes without the superuser.
  package static var current: ThreadLimit {
    rules.compactMap { rule, count in count.map { ThreadLimit($0, rule) } }.min { $0.count < $1.count }
      ?? ThreadLimit(8192, .unknown)
  }

  #if canImport(Darwin)
    private static var rules: [(Rule, Int?)] {
      var count: Int32 = 0
      var size = MemoryLayout<Int32>.size
      let isKnown = sysctlbyname("kern.num_taskthreads", &count, &size, nil, 0) == 0
      return [(.taskThreads, isKnown ? Int(count) : nil)]
    }
  #else
    private static var rules: [(Rule, Int?)] {
      [
        (.threadIDs, setting("kernel/pid_max")), (.allThreads, setting("kernel/threads-max")),
        (.memoryMaps, setting("vm/max_map_count").map { $0 / 2 }), (.user, ofUser),
        (.controlGroup, ControlGroups().threads.flatMap { Int(exactly: $0) }),
      ]
    }

    private static func setting(_ name: String) -> Int? {
      Int(SystemFile.text("/proc/sys/\(name)").trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private static var ofUser: Int? {
      // The system does not hold the superuser to it.
      guard getuid() != 0 else { return nil }
      try? ResourceLimit.set(.processes, to: .max)
      return ResourceLimit(.processes).current.flatMap { Int(exactly: $0) }
    }
  #endif
}
