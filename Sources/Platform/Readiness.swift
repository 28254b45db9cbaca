import Foundation

/// What a task waits to be able to do with a socket.
package enum Readiness: Sendable, Hashable {
  /// To read or to accept, or to learn that the other side has ended.
  case reading
  /// To write, or to learn whether a connection came about.
  case writing
}

extension Readiness {
  /// As `poll` takes it.
  var events: Int16 { Int16(self == .reading ? POLLIN : POLLOUT) }
}

extension Duration {
  /// Whole milliseconds, rounded up, as `poll` takes them; never negative, which would be for ever.
  package var inMillisecondsRoundedUp: Int32 {
    guard self > .zero else { return 0 }
    let (seconds, attoseconds) = components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
