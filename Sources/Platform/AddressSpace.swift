import Foundation

/// The address space of this process: what the system gives out first when it makes room for a thread.
package enum AddressSpace {
  /// Limits the process to a number of bytes more than it has now.
  ///
  /// The GNU C library sets 64 MB apart for the small things of a thread; where that is not to be what the room goes to, the process
  /// has to be started with `MALLOC_ARENA_MAX=1` in its environment.
  ///
  /// - Throws: what the system says if it does not allow that; `ENOTSUP` where it cannot limit the address space.
  package static func leaveRoom(_ bytes: Int) throws(SystemError) {
    guard let used = inUse else { throw SystemError("setrlimit", code: ENOTSUP) }
    try ResourceLimit.set(.addressSpace, to: UInt64(used + bytes))
  }

  /// The bytes that are taken, whether or not there is memory behind them; `nil` where the system does not tell. See
  /// `proc_pid_statm(5)`: the first number is the size in pages.
  package static var inUse: Int? {
    SystemFile.numbers(in: SystemFile.text("/proc/self/statm")).first.map { $0 * pageSize }
  }

  /// The bytes of a page of memory.
  static var pageSize: Int { sysconf(Int32(_SC_PAGESIZE)) }
}
