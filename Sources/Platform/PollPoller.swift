import Foundation

/// Waits with `poll`, which every system has, and is woken through a pipe. Its time-outs count whole milliseconds.
final class PollPoller: Poller {
  private struct Watched {
    var token: UInt64
    var expected: Int16 = 0
  }

  private let watched = Guarded<[Int32: Watched]>([:])
  private let alarm: SystemPipe

  init() throws(SystemError) {
    alarm = try SystemPipe()
    alarm.readWithoutWaiting()
    alarm.writeWithoutWaiting()
  }

  func add(_ descriptor: Int32, token: UInt64) {
    watched.withLock { $0[descriptor] = Watched(token: token) }
  }

  func remove(_ descriptor: Int32) {
    watched.withLock { $0[descriptor] = nil }
  }

  func expect(_ readiness: Readiness, of descriptor: Int32) {
    watched.withLock { $0[descriptor]?.expected |= readiness.events }
  }

  func wait(nanoseconds: UInt64?) throws(SystemError) -> [ReadinessReport] {
    var polled = watched.withLock {
      $0.compactMap { $1.expected == 0 ? nil : pollfd(fd: $0, events: $1.expected, revents: 0) }
    }
    polled.append(pollfd(fd: alarm.outlet, events: Readiness.reading.events, revents: 0))
    // Rounded up, since a timer may be late and never early.
    let milliseconds =
      nanoseconds.map { Int32(clamping: $0 / 1_000_000 + ($0 % 1_000_000 == 0 ? 0 : 1)) } ?? -1
    let count = poll(&polled, nfds_t(polled.count), milliseconds)
    guard count >= 0 || errno == EINTR else { throw SystemError.last("poll") }
    guard count > 0 else { return [] }
    if polled.removeLast().revents != 0 {
      withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { calls in
        while alarm.read(into: calls) == .bytes(64) {}
      }
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

  func wake() { alarm.write([1]) }
}
