import Figures
import Foundation
import Measurement

/// How many threads a process may have on this machine, and which rule says so.
struct ThreadLimit: Sendable, Hashable {
  /// How many threads the rule allows.
  var count: Int
  /// The rule, as the end of the sentence "the most there can be is …".
  var rule: String

  /// Half of what the strictest rule allows. Processes and threads draw on one supply: who takes all of it leaves nothing for anybody else
  /// on the machine, not even for the command that would end the process.
  var considerate: Int { count / 2 }

  /// Why no more threads are made than ``considerate``.
  var reason: String {
    "this machine allows \(NumberText.short(Double(count))) at most (\(rule)), and the lesson takes no more "
      + "than half of what is there for everybody"
  }

  /// The strictest of the rules.
  static var current: ThreadLimit {
    let rules = all.filter { $0.count > 0 }
    return rules.min { $0.count < $1.count }
      ?? ThreadLimit(count: 8192, rule: "a guess: no rule could be read")
  }
}

#if canImport(Darwin)
  extension ThreadLimit {
    private static var all: [ThreadLimit] {
      var count: Int32 = 0
      var size = MemoryLayout<Int32>.size
      guard sysctlbyname("kern.num_taskthreads", &count, &size, nil, 0) == 0 else { return [] }
      return [ThreadLimit(count: Int(count), rule: "kern.num_taskthreads")]
    }
  }
#else
  extension ThreadLimit {
    private static var all: [ThreadLimit] {
      [
        ThreadLimit(
          count: number("/proc/sys/kernel/pid_max"), rule: "kernel.pid_max, ids of processes and threads"),
        ThreadLimit(count: number("/proc/sys/kernel/threads-max"), rule: "kernel.threads-max"),
        // A thread's stack and the guard page below it are two pieces of address space.
        ThreadLimit(
          count: number("/proc/sys/vm/max_map_count") / 2, rule: "vm.max_map_count, two pieces of memory each"
        ),
        ThreadLimit(count: userLimit, rule: "the limit on a user's processes, ulimit -u"),
      ] + controlGroups
    }

    /// The limit that is in force for this process; zero where there is none.
    private static var userLimit: Int {
      let name = "Max processes"
      let line = SystemFile.text("/proc/self/limits").split(separator: "\n").first { $0.hasPrefix(name) }
      return line?.dropFirst(name.count).split(separator: " ").first.flatMap { Int($0) } ?? 0
    }

    /// The limits of the container, and of the groups that it is in.
    private static var controlGroups: [ThreadLimit] {
      let line = SystemFile.text("/proc/self/cgroup").split(separator: "\n").first { $0.hasPrefix("0::") }
      var path = line.map { String($0.dropFirst(3)) } ?? "/"
      var limits: [ThreadLimit] = []
      while true {
        let count = number("/sys/fs/cgroup\(path == "/" ? "" : path)/pids.max")
        if count > 0 { limits.append(ThreadLimit(count: count, rule: "the container's limit, pids.max")) }
        guard path != "/", let slash = path.lastIndex(of: "/") else { return limits }
        path = slash == path.startIndex ? "/" : String(path[..<slash])
      }
    }

    private static func number(_ path: String) -> Int {
      Int(SystemFile.text(path).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }
  }
#endif
