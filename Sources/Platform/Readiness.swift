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
  /// Whole nanoseconds; a negative duration counts as none, one of centuries as the longest: 285 years.
  package var inNanoseconds: UInt64 {
    guard self > .zero else { return 0 }
    guard self < .seconds(9_000_000_000) else { return 9_000_000_000_000_000_000 }
    let (seconds, attoseconds) = components
    return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
  }

  /// Whole milliseconds, rounded up, as `poll` takes them; never negative, which would be for ever.
  package var inMillisecondsRoundedUp: Int32 {
    guard self > .zero else { return 0 }
    guard self < .seconds(1_000_000) else { return 1_000_000_000 }
    let (seconds, attoseconds) = components
    return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
