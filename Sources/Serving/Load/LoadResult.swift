/// What became of the requests that began while they were counted.
public struct LoadResult: Sendable, Hashable {
  /// Response times of the requests that were answered with success, from the moment at which each should have begun.
  public var responseTimes = Histogram()
  /// Requests that were given up at their deadline.
  public var timedOut = 0
  /// Requests that were turned away: the connection was refused, or the answer was 503.
  public var turnedAway = 0
  /// Requests that got another answer than success, or a connection that broke.
  public var failed = 0
  /// How long requests were counted.
  public var elapsed = Duration.zero
  /// Answers with success that came while requests were counted, whenever these began.
  public var answeredMeanwhile = 0
  /// The time for which the server used a core for one answer; `nil` where nobody counted.
  public var coreTime: Duration?
  /// The share of its one core that the generator used; near 1 the figures are its own, not the server's.
  public var generatorUtilization = 0.0

  /// Creates the result of nothing.
  public init() {}

  /// Requests that were answered with success.
  public var answered: Int { responseTimes.count }
  /// Requests that were not answered with success, for whatever reason.
  public var unanswered: Int { timedOut + turnedAway + failed }
  /// All requests that were counted.
  public var requests: Int { answered + unanswered }
  /// The share of the requests that were not answered with success; 0 if there were none.
  public var errorRate: Double { requests == 0 ? 0 : Double(unanswered) / Double(requests) }
  /// Answers with success a second.
  public var throughput: Double {
    elapsed > .zero ? Double(answeredMeanwhile) / (elapsed / .seconds(1)) : 0
  }
  /// How many requests were under way on the average, by Little's law: throughput times mean response time.
  public var concurrency: Double { throughput * (responseTimes.mean / .seconds(1)) }
}
