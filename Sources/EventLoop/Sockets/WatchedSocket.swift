import Platform

/// A socket that a loop watches, and the tasks that wait for it. Only used under the loop's lock.
final class WatchedSocket: @unchecked Sendable {
  typealias Continuation = UnsafeContinuation<WakeUp, Never>

  /// Why a task that waited for a socket goes on.
  enum WakeUp {
    /// The socket may be ready.
    case ready
    /// The deadline came first.
    case late
    /// The task was cancelled, or the socket is not watched any more.
    case cancelled
  }

  /// One direction of a socket.
  enum State {
    /// Nothing was reported since the last wait.
    case quiet
    /// Something was reported, and no task has waited since.
    case reported
    /// A task waits.
    case awaited(Continuation, until: Duration?)
  }

  let descriptor: Int32
  /// Tells a descriptor from an earlier one with the same number, whose reports may still be under way.
  let token: UInt64
  var reading = State.quiet
  var writing = State.quiet
  /// The other side has ended: reading never has to wait again.
  var hasEnded = false
  var isWatched = true
  /// When the table looks at this socket's deadlines next, if at all.
  var alarm: (instant: Duration, number: UInt64)?

  init(_ descriptor: Int32, token: UInt64) {
    self.descriptor = descriptor
    self.token = token
  }

  subscript(readiness: Readiness) -> State {
    get { readiness == .reading ? reading : writing }
    set { if readiness == .reading { reading = newValue } else { writing = newValue } }
  }

  /// The earliest deadline of a task that waits.
  var deadline: Duration? {
    var earliest: Duration?
    for case .awaited(_, let deadline?) in [reading, writing] {
      earliest = min(earliest ?? deadline, deadline)
    }
    return earliest
  }

  /// Takes the continuation of a task that waits.
  func take(_ readiness: Readiness) -> Continuation? {
    guard case .awaited(let continuation, _) = self[readiness] else { return nil }
    self[readiness] = .quiet
    return continuation
  }
}
