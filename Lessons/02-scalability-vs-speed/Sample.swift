import Measurement

/// What so many users got from a server, who each ask again as soon as they have their answer.
struct Sample: Sendable, Hashable {
  /// How many users there were.
  var users: Int
  /// How long those who were answered in time had to wait for it, from the shortest.
  var responseTimes: [Duration]
  /// How many had given up before their answer was there.
  var timedOut = 0
  /// How many were turned away.
  var refused = 0
  /// How many of all answers left the server in a second.
  var throughput: Double
  /// The CPU time that the server used for one answer; `nil` where nobody counted.
  var coreTime: Duration?

  /// Puts the response times in order.
  init(
    users: Int, responseTimes: [Duration], timedOut: Int = 0, refused: Int = 0, throughput: Double,
    coreTime: Duration? = nil
  ) {
    self.users = users
    self.responseTimes = responseTimes.sorted()
    self.timedOut = timedOut
    self.refused = refused
    self.throughput = throughput
    self.coreTime = coreTime
  }

  /// How long those with an answer waited on average; zero if there is none.
  var mean: Duration {
    responseTimes.isEmpty ? .zero : responseTimes.reduce(.zero, +) / responseTimes.count
  }

  /// The response time that 99 of 100 do not exceed: the nearest rank. `nil` if nobody had an answer in time.
  var p99: Duration? {
    responseTimes.isEmpty ? nil : responseTimes[(responseTimes.count * 99 + 99) / 100 - 1]
  }

  /// How many requests were under way at once, by Little's law: the rate times the time.
  var underWay: Double { Prediction.underWay(perSecond: throughput, responseTime: mean) }

  /// How many asked.
  var asked: Int { responseTimes.count + timedOut + refused }

  /// The share of those who asked that had given up.
  var timedOutShare: Double { asked == 0 ? 0 : Double(timedOut) / Double(asked) }
}

/// What users may expect; beyond that a server's performance has degraded.
struct Objective: Sendable, Hashable {
  /// 99 of 100 responses come within this time.
  var p99: Duration
  /// When a user gives up.
  var deadline: Duration

  /// The objective of this lesson.
  static let usual = Objective(p99: .milliseconds(250), deadline: .seconds(1))

  // [00:35] [00:37] Everybody is answered, and 99 of 100 within the time. How fast one alone is answered is not asked.
  func isMet(by sample: Sample) -> Bool {
    guard sample.timedOut == 0, sample.refused == 0, let tail = sample.p99 else { return false }
    return tail <= p99
  }
}
