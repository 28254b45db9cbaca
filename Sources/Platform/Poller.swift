/// Waits until a socket is ready, a time is over or another thread calls.
///
/// Readiness is reported once, when it begins, not for as long as it lasts: after a report, read (or write)
/// until there is no more before waiting again.
package protocol Poller: AnyObject, Sendable {
  /// Begins to watch a descriptor; its reports carry the token.
  func add(_ descriptor: Int32, token: UInt64) throws(SystemError)
  /// Ends to watch a descriptor; it is still open.
  func remove(_ descriptor: Int32)
  /// Asks for the next report on a descriptor. Only needed where the system tells what *is*, not what *becomes*.
  func expect(_ readiness: Readiness, of descriptor: Int32)
  /// Waits for reports, for at most a number of nanoseconds; `nil` for as long as it takes. Returns none after ``wake()``.
  ///
  /// - Throws: what the system says if it does not wait at all. Taken for "none", that would make a loop spin.
  func wait(nanoseconds: UInt64?) throws(SystemError) -> [ReadinessReport]
  /// Ends a wait that is under way, or else the next one. From any thread.
  func wake()
}

/// What the system says about one descriptor.
package struct ReadinessReport {
  package var token: UInt64
  package var canRead: Bool
  package var canWrite: Bool
  /// The other side has ended: from now on reading never has to wait.
  package var hasEnded: Bool
}

/// The ways to wait that this system has.
package enum SystemPoller {
  /// All of them, the best one last: `poll`, which every system has, and on Linux `epoll`.
  package static let all: [@Sendable () throws(SystemError) -> any Poller] = [PollPoller.init] + others

  /// The best one.
  package static func make() throws(SystemError) -> any Poller { try all[all.count - 1]() }
}
