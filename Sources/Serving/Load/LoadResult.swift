/// What became of the requests that began while they were counted.
package struct LoadResult: Sendable, Hashable {
  /// What became of one request.
  package enum Outcome: Sendable, Hashable {
    case answered
    case timedOut
    case turnedAway
    case failed
  }

  /// Response times of the requests that were answered with success, from the moment at which each should have begun.
  package var responseTimes = Histogram()
  /// Requests that were given up at their deadline.
  package var timedOut = 0
  /// Requests that were turned away: the connection was refused, or the answer was 503.
  package var turnedAway = 0
  /// Requests that got another answer than success, or a connection that broke.
  package var failed = 0
  /// How long requests were counted.
  package var elapsed = Duration.zero
  /// Answers with success that came while requests were counted, whenever these began.
  package var answeredMeanwhile = 0
  /// The time for which the server used a core for one answer; `nil` where that was not measured.
  package var coreTime: Duration?
  /// The share of its one core that the generator used; near 1 the figures are its own, not the server's.
  package var generatorUtilization = 0.0

  package init() {}

  /// Requests that were answered with success.
  package var answered: Int { responseTimes.count }
  /// Requests that were not answered with success, for whatever reason.
  package var unanswered: Int { timedOut + turnedAway + failed }
  /// All requests that were counted.
  package var requests: Int { answered + unanswered }
  /// The share of the requests that were not answered with success; 0 if there were none.
  package var errorRate: Double { requests == 0 ? 0 : Double(unanswered) / Double(requests) }
  /// Answers with success a second.
  package var throughput: Double {
    elapsed > .zero ? Double(answeredMeanwhile) / (elapsed / .seconds(1)) : 0
  }
  /// How many requests were under way on the average, by Little's law: throughput times mean response time.
  package var concurrency: Double { throughput * (responseTimes.mean / .seconds(1)) }

  /// Counts a request.
  ///
  /// - Parameters:
  ///   - received: what became of it when it came to its end.
  ///   - time: how long that took, from when it should have begun.
  ///   - deadline: after which time an answer counts as timed out, although it is there.
  package mutating func count(_ received: Outcome, took time: Duration, deadline: Duration) {
    switch received.judged(took: time, deadline: deadline) {
    case .answered: responseTimes.record(time)
    case .timedOut: timedOut += 1
    case .turnedAway: turnedAway += 1
    case .failed: failed += 1
    }
  }
}

extension LoadResult.Outcome {
  /// The same, unless its deadline was over. Where the generator itself is held up, an answer may be there all the same.
  func judged(took time: Duration, deadline: Duration) -> Self { time > deadline ? .timedOut : self }
}
