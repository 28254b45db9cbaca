import EventLoop
import Foundation
import Platform
import Report

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a process that runs a learner's code sets itself, so that it does no harm even where nobody watches it.
enum Confinement {
  /// How much memory the process may ask for, in bytes: far more than any exercise needs, and little enough that a loop
  /// that never ends does not take the machine down with it.
  private static let memory = 2 << 30

  /// Confines this process from now on.
  static func begin() {
    endWithParent()
    limitCoreDumps()
    limitMemory()
  }

  /// Ends the process soon after the one that started it: when a launcher is interrupted, nobody else would end it.
  private static func endWithParent() {
    let parent = getppid()
    try? SystemThread.detached {
      while getppid() == parent { usleep(100_000) }
      _exit(ExitStatus.interrupted.rawValue)
    }
  }

  /// A crash is expected here now and then, and nobody wants its memory on disk.
  private static func limitCoreDumps() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    #if canImport(Darwin)
      setrlimit(RLIMIT_CORE, &none)
    #else
      setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    #endif
  }

  private static func limitMemory() {
    #if os(Linux)
      // A sanitizer reserves terabytes of addresses from the beginning, and must go on to do so.
      guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
        let pages = statm.split(separator: " ").first.flatMap({ Int($0) }),
        pages * sysconf(Int32(_SC_PAGESIZE)) < memory
      else { return }
      var limit = rlimit(rlim_cur: rlim_t(memory), rlim_max: rlim_t(memory))
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #endif
  }
}
