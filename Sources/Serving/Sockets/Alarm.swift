import EventLoop
import Platform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends the waits of a thread that waits for sockets with `poll`: a pipe of which one end is polled too.
final class Alarm: Sendable {
  private let reading: Int32
  private let writing: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemError.last("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Ends the wait that is under way and all later ones.
  func ring() {
    var one: UInt8 = 1
    write(writing, &one, 1)
  }

  /// Keeps the thread until one of these is ready, the time is over or the alarm has rung.
  ///
  /// - Parameter time: the longest wait; `nil` for as long as it takes.
  /// - Returns: the positions of those that are ready.
  func block(for awaited: [(Descriptor, Readiness)], atMost time: Duration?) -> [Int] {
    var polled = awaited.map { descriptor, readiness in
      pollfd(fd: descriptor.number, events: Int16(readiness == .reading ? POLLIN : POLLOUT), revents: 0)
    }
    polled.append(pollfd(fd: reading, events: Int16(POLLIN), revents: 0))
    guard poll(&polled, nfds_t(polled.count), time?.inPollMilliseconds ?? -1) > 0 else { return [] }
    return awaited.indices.filter { polled[$0].revents != 0 }
  }
}
