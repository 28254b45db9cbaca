/// What a server has done since it began.
public struct ServerCounts: Sendable, Hashable {
  /// Connections that were taken in.
  public var connections = 0
  /// Connections that were turned away with 503, because there were too many or no thread for them.
  public var turnedAway = 0
  /// Requests that the handler answered.
  public var answered = 0
  /// Requests on which the handler failed, which were answered with 500.
  public var failed = 0
  /// Requests that were refused as malformed, too large or too slow.
  public var refused = 0
  /// The time for which the threads that serve have used a core, as of their last answers.
  public var coreTime = Duration.zero

  /// Creates counts of nothing.
  public init() {}
}
