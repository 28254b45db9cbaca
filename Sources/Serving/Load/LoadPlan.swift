import EventLoop
import Foundation

/// What a load generator asks for, how often and for how long.
package struct LoadPlan: Sendable, Hashable {
  /// When a request begins.
  package enum Arrivals: Sendable, Hashable {
    /// Users who send a request each when the last was answered and a pause is over (closed loop).
    case closed(users: Int, pause: Duration = .zero)
    /// On the average this many requests a second, at random moments, whether or not the last was answered (open loop).
    case open(perSecond: Double)
  }

  /// When a request begins.
  package var arrivals: Arrivals
  /// What is asked for.
  package var target = "/"
  /// How long requests are counted that begin.
  package var duration: Duration
  /// How long before that requests are sent and not counted, until the server is in its stride.
  package var warmUp: Duration
  /// After how long a client gives a request up; from the moment at which it should have begun.
  package var deadline = Duration.seconds(2)
  /// The most connections that an open loop uses; beyond, requests wait for one, and that counts.
  package var connections = 4000
  /// How long a user who was turned away waits before the next attempt: without, it would do nothing but that.
  package var pauseAfterRefusal = Duration.milliseconds(10)
  /// What the random moments of an open loop depend on.
  package var seed: UInt64 = 1

  package init(
    _ arrivals: Arrivals, for duration: Duration = .seconds(1), warmUp: Duration = .milliseconds(200)
  ) {
    self.arrivals = arrivals
    self.duration = duration
    self.warmUp = warmUp
  }

  /// The moments at which the requests of an open loop begin, counted from the beginning of the warm-up; none for a closed one.
  ///
  /// The times between them are exponentially distributed, as between arrivals that know nothing of each other.
  package var moments: [Duration] {
    guard case .open(let rate) = arrivals else { return [] }
    var random = SplitMix64(seed: seed)
    var moments: [Duration] = []
    while true {
      // Uniform, above 0 and up to 1.
      let uniform = Double((random.next() >> 11) + 1) * 0x1p-53
      let moment = (moments.last ?? .zero) + .seconds(-log(uniform) / rate)
      guard moment < warmUp + duration else { return moments }
      moments.append(moment)
    }
  }
}
