import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What becomes of a grading process whose launcher was interrupted: nobody is left to end it, so it ends itself.
enum Orphan {
  /// From now on the program ends soon after the process that started it.
  static func endProgram() {
    let parent = getppid()
    Thread.detachNewThread {
      while getppid() == parent { usleep(100_000) }
      _exit(ExitStatus.interrupted.rawValue)
    }
    // A crash is expected here now and then, and nobody wants its memory on disk.
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    #if canImport(Darwin)
      setrlimit(RLIMIT_CORE, &none)
    #else
      setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    #endif
  }
}
