#if canImport(Glibc)
  import CPlatform
  import Glibc

  /// Waits with epoll, edge by edge, and is woken by an eventfd.
  final class EpollPoller: Poller, @unchecked Sendable {
    private let epoll: Int32
    private let alarm: Int32
    /// Only touched by the loop's thread.
    private let reports = UnsafeMutableBufferPointer<cepoll_report>.allocate(capacity: 512)
    private static let alarmToken = UInt64.max

    init() throws(SystemError) {
      epoll = cepoll_create()
      guard epoll >= 0 else {
        alarm = -1
        throw SystemError.last("epoll_create1")
      }
      alarm = cepoll_create_alarm()
      guard alarm >= 0 else { throw SystemError.last("eventfd") }
      guard cepoll_add(epoll, alarm, Self.alarmToken) == 0 else { throw SystemError.last("epoll_ctl") }
    }

    deinit {
      if alarm >= 0 { close(alarm) }
      if epoll >= 0 { close(epoll) }
      reports.deallocate()
    }

    func add(_ descriptor: Int32, token: UInt64) throws(SystemError) {
      guard cepoll_add(epoll, descriptor, token) == 0 else { throw SystemError.last("epoll_ctl") }
    }

    func remove(_ descriptor: Int32) {
      _ = cepoll_remove(epoll, descriptor)
    }

    func expect(_ readiness: Readiness, of descriptor: Int32) {}

    func wait(nanoseconds: UInt64?) throws(SystemError) -> [ReadinessReport] {
      let longest = nanoseconds.map { Int64(clamping: $0) } ?? -1
      let count = Int(cepoll_wait(epoll, reports.baseAddress, Int32(reports.count), longest))
      guard count >= 0 || errno == EINTR else { throw SystemError.last("epoll_wait") }
      guard count > 0 else { return [] }
      var found: [ReadinessReport] = []
      found.reserveCapacity(count)
      for report in reports[..<count] {
        if report.token == Self.alarmToken {
          var calls: UInt64 = 0
          read(alarm, &calls, MemoryLayout<UInt64>.size)
        } else {
          found.append(
            ReadinessReport(
              token: report.token, canRead: report.can_read, canWrite: report.can_write,
              hasEnded: report.has_ended))
        }
      }
      return found
    }

    func wake() {
      var one: UInt64 = 1
      write(alarm, &one, MemoryLayout<UInt64>.size)
    }
  }

  extension SystemPoller {
    static let others: [@Sendable () throws(SystemError) -> any Poller] = [EpollPoller.init]
  }
#else
  extension SystemPoller {
    static let others: [@Sendable () throws(SystemError) -> any Poller] = []
  }
#endif
