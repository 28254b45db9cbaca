/// What a load generator asks for, how often and for how long.
public struct LoadPlan: Sendable, Hashable {
  /// When a request begins.
  public enum Arrivals: Sendable, Hashable {
    /// So many users, each of whom sends a request when the last was answered and a pause is over (closed loop).
    case closed(users: Int, pause: Duration = .zero)
    /// So many requests a second on the average, at random moments, whether or not the last was answered (open loop).
    case open(perSecond: Double)
  }

  /// When a request begins.
  public var arrivals: Arrivals
  /// What is asked for.
  public var target = "/"
  /// How long requests are counted that begin.
  public var duration: Duration
  /// How long before that requests are sent and not counted, until the server is in its stride.
  public var warmUp: Duration
  /// After how long a client gives a request up; from the moment at which it should have begun.
  public var deadline = Duration.seconds(2)
  /// The most connections that an open loop uses; beyond, requests wait for one, and that counts.
  public var connections = 4000
  /// How long a user who was turned away waits before the next attempt: without, it would do nothing but that.
  public var pauseAfterRefusal = Duration.milliseconds(10)
  /// What the random moments of an open loop depend on.
  public var seed: UInt64 = 1

  /// Creates a plan.
  public init(
    _ arrivals: Arrivals, for duration: Duration = .seconds(1), warmUp: Duration = .milliseconds(200)
  ) {
    self.arrivals = arrivals
    self.duration = duration
    self.warmUp = warmUp
  }
}
