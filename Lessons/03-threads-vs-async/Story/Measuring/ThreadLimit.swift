import EventLoop
import Figures
import Foundation
import Measurement
import Platform

/// How many threads a process may have on this machine, and which rule says so.
struct ThreadLimit: Sendable, Hashable {
  /// What limits the number of threads.
  enum Rule: String, Sendable, Hashable {
    case processIDs = "kernel.pid_max"
    case systemThreads = "kernel.threads-max"
    case memoryMaps = "vm.max_map_count, two pieces of memory for each"
    case user = "ulimit -u, the processes and threads of one user"
    case container = "pids.max, the container's limit"
    case taskThreads = "kern.num_taskthreads"
    case unknown = "a guess: no rule could be read"
  }

  /// How many threads the rule allows.
  var count: Int
  var rule: Rule

  /// Half of what the strictest rule allows. Processes and threads draw on one supply: to take all of it would leave nothing for
  /// any other program, not even for the command that would end this one.
  var considerate: Int { count / 2 }

  /// Why no more threads are made than ``considerate``.
  var reason: String {
    "this machine allows \(NumberText.short(Double(count))) at most (\(rule.rawValue)), and the lesson takes no more than "
      + "half of what there is for all programs"
  }

  /// Why there are not so many threads at once, what is needed for them, and how to have it, in sentences.
  ///
  /// - Parameter error: what the system said when it was asked for them.
  func refusal(of threads: Int, _ error: SystemError? = nil) -> String {
    let said = error.map { " The system refused: \($0)." } ?? ""
    let needed = max(2 * threads, threads + 100)
    let start = "This takes \(NumberText.short(Double(threads))) threads at once.\(said) The machine allows "
    let allowed = "\(NumberText.short(Double(count))) for all programs together (\(rule.rawValue))"
    guard count < needed else { return start + allowed + ", and other programs hold a large part of them." }
    return start + allowed + ", and at least \(NumberText.short(Double(needed))) are needed. "
      + remedy(needed)
  }

  private func remedy(_ needed: Int) -> String {
    switch rule {
    case .processIDs, .systemThreads: "To raise the limit: `sudo sysctl -w \(rule.rawValue)=\(needed)`."
    case .memoryMaps: "To raise the limit: `sudo sysctl -w vm.max_map_count=\(2 * needed)`."
    case .user:
      "Try a new shell in which `ulimit -Hu` says \(needed) or more. Where none does, only an administrator can raise the limit, with "
        + "`nproc` in /etc/security/limits.conf, or for a container with `--ulimit nproc=\(needed)`."
    case .container:
      "Start the container with `--pids-limit \(needed)` or more; for a service of systemd that is `TasksMax=\(needed)`."
    case .taskThreads, .unknown: "There is no setting that raises this limit."
    }
  }

  /// Runs something that needs threads. Where the system has none left, that is the outcome.
  static func attempt<Value>(_ body: () throws -> Value) throws -> Result<Value, SystemError> {
    do { return .success(try body()) } catch let error as SystemError { return .failure(error) }
  }

  /// The strictest of the rules.
  static var current: ThreadLimit {
    all.filter { $0.count > 0 }.min { $0.count < $1.count } ?? ThreadLimit(count: 8192, rule: .unknown)
  }
}

#if canImport(Darwin)
  extension ThreadLimit {
    private static var all: [ThreadLimit] {
      var count: Int32 = 0
      var size = MemoryLayout<Int32>.size
      guard sysctlbyname("kern.num_taskthreads", &count, &size, nil, 0) == 0 else { return [] }
      return [ThreadLimit(count: Int(count), rule: .taskThreads)]
    }
  }
#else
  extension ThreadLimit {
    private static var all: [ThreadLimit] {
      [
        ThreadLimit(count: number("/proc/sys/kernel/pid_max"), rule: .processIDs),
        ThreadLimit(count: number("/proc/sys/kernel/threads-max"), rule: .systemThreads),
        // A thread's stack and the guard page below it are two pieces of address space.
        ThreadLimit(count: number("/proc/sys/vm/max_map_count") / 2, rule: .memoryMaps),
        ThreadLimit(count: userLimit, rule: .user),
      ] + controlGroups
    }

    /// The limit that is in force for this process, raised as far as it goes without asking anybody; zero where there is none.
    /// The system does not hold the superuser to it.
    private static var userLimit: Int {
      var limit = rlimit()
      let resource = __rlimit_resource_t(__RLIMIT_NPROC.rawValue)
      guard getuid() != 0, getrlimit(resource, &limit) == 0 else { return 0 }
      if limit.rlim_cur < limit.rlim_max {
        limit.rlim_cur = limit.rlim_max
        setrlimit(resource, &limit)
      }
      return Int(exactly: limit.rlim_cur) ?? 0
    }

    /// The limits of the container, and of the groups that it is in.
    private static var controlGroups: [ThreadLimit] {
      let line = SystemFile.text("/proc/self/cgroup").split(separator: "\n").first { $0.hasPrefix("0::") }
      var path = line.map { String($0.dropFirst(3)) } ?? "/"
      var limits: [ThreadLimit] = []
      while true {
        let count = number("/sys/fs/cgroup\(path == "/" ? "" : path)/pids.max")
        limits.append(ThreadLimit(count: count, rule: .container))
        guard path != "/", let slash = path.lastIndex(of: "/") else { return limits }
        path = slash == path.startIndex ? "/" : String(path[..<slash])
      }
    }

    private static func number(_ path: String) -> Int {
      Int(SystemFile.text(path).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }
  }
#endif
