import Workload

/// What the lecture's server is asked for: a visitor buys something.
enum Purchase {
  // [00:33] On its own, a purchase takes 100 ms: it computes for 5 of them
  // and waits for 95.
  static func request(_ number: Int, at arrival: Duration = .zero) -> Request {
    Request(
      "purchase \(number)", arrival: arrival,
      steps: [
        .work("cookie", .milliseconds(1)),
        .wait("visitor", .milliseconds(20)),
        .work("order", .milliseconds(1)),
        .wait("charge", .milliseconds(60)),
        .work("receipt", .milliseconds(1)),
        .wait("record", .milliseconds(15)),
        .work("answer", .milliseconds(2)),
      ])
  }

  /// Any number of purchases: all at once, or each an interval after the one before.
  static func requests(_ count: Int, every interval: Duration = .zero) -> [Request] {
    (0..<count).map { request($0 + 1, at: interval * $0) }
  }

  // [01:32] One more purchase on the same thread adds no more to the time of
  // all than what it computes. Its waits add nothing: they pass while the
  // others wait too.
  static var mostOneMoreAdds: Duration { request(1).work }

  // [01:45] So one thread can answer this many times as many purchases as it
  // would in order. Then it is never idle.
  static var greatestSpeedUp: Double { request(1).ownTime / request(1).work }
}
