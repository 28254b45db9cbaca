import Platform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The two ends of a pipe.
enum PipeEnds {
  /// Opens a pipe that no program inherits unless it is given it.
  ///
  /// - Throws: a ``Platform/SystemError``, for example if there are too many open files.
  static func open() throws(SystemError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      let isOpen = Darwin.pipe(&ends) == 0
    #else
      let isOpen = Glibc.pipe(&ends) == 0
    #endif
    guard isOpen else { throw .last("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
