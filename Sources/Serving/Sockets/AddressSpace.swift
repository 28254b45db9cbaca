import EventLoop
public import Platform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The address space of this process: what the system gives out first when it makes room for a thread.
public enum AddressSpace {
  /// Lets the process have so many bytes more from now on, and no more than that, whoever it belongs to.
  ///
  /// The GNU C library sets 64 MB apart for the small things of a thread; where that is not to be what the room goes to, the process
  /// has to be started with `MALLOC_ARENA_MAX=1` in its environment.
  ///
  /// - Throws: what the system says if it does not allow that; `ENOTSUP` where it cannot limit the address space.
  public static func leaveRoom(_ bytes: Int) throws(SystemError) {
    #if canImport(Glibc)
      guard let used = inUse else { throw SystemError("setrlimit", code: ENOTSUP) }
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
      limit.rlim_cur = min(limit.rlim_max, rlim_t(used + bytes))
      guard setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else {
        throw SystemError.last("setrlimit")
      }
    #else
      throw SystemError("setrlimit", code: ENOTSUP)
    #endif
  }

  #if canImport(Glibc)
    /// See `proc_pid_statm(5)`: the first number is the size of the address space in pages.
    private static var inUse: Int? {
      guard let file = fopen("/proc/self/statm", "r") else { return nil }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 256)
      guard fgets(&line, Int32(line.count), file) != nil else { return nil }
      let pages = line.prefix { $0 != 32 && $0 != 0 }.reduce(0) { $0 * 10 + Int($1) - 48 }
      return pages > 0 ? pages * sysconf(Int32(_SC_PAGESIZE)) : nil
    }
  #endif
}
