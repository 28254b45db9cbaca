import Platform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Waits with `poll`, which every system has, and is woken through a pipe. Its time-outs count whole milliseconds.
final class PollPoller: Poller {
  private struct Watched {
    var token: UInt64
    var expected: Int16 = 0
  }

  private let watched = Guarded<[Int32: Watched]>([:])
  private let alarm: (reading: Int32, writing: Int32)

  init() throws(SystemError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemError.last("pipe") }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    alarm = (ends[0], ends[1])
  }

  deinit {
    close(alarm.reading)
    close(alarm.writing)
  }

  func add(_ descriptor: Int32, token: UInt64) {
    watched.withLock { $0[descriptor] = Watched(token: token) }
  }

  func remove(_ descriptor: Int32) {
    watched.withLock { $0[descriptor] = nil }
  }

  func expect(_ readiness: Readiness, of descriptor: Int32) {
    watched.withLock { $0[descriptor]?.expected |= Int16(readiness == .reading ? POLLIN : POLLOUT) }
  }

  func wait(nanoseconds: UInt64?) -> [ReadinessReport] {
    var polled = watched.withLock {
      $0.compactMap { $1.expected == 0 ? nil : pollfd(fd: $0, events: $1.expected, revents: 0) }
    }
    polled.append(pollfd(fd: alarm.reading, events: Int16(POLLIN), revents: 0))
    // Rounded up, since a timer may be late and never early.
    let milliseconds =
      nanoseconds.map { Int32(clamping: $0 / 1_000_000 + ($0 % 1_000_000 == 0 ? 0 : 1)) } ?? -1
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return [] }
    if polled.removeLast().revents != 0 {
      var calls = [UInt8](repeating: 0, count: 64)
      while read(alarm.reading, &calls, calls.count) == calls.count {}
    }
    return watched.withLock { watched in polled.compactMap { Self.report($0, &watched) } }
  }

  private static func report(_ polled: pollfd, _ watched: inout [Int32: Watched]) -> ReadinessReport? {
    guard polled.revents != 0, let token = watched[polled.fd]?.token else { return nil }
    watched[polled.fd]?.expected &= ~polled.revents
    let isBroken = Int32(polled.revents) & (POLLERR | POLLHUP | POLLNVAL) != 0
    if isBroken { watched[polled.fd]?.expected = 0 }
    return ReadinessReport(
      token: token, canRead: isBroken || Int32(polled.revents) & POLLIN != 0,
      canWrite: isBroken || Int32(polled.revents) & POLLOUT != 0, hasEnded: isBroken)
  }

  func wake() {
    var one: UInt8 = 1
    write(alarm.writing, &one, 1)
  }
}
