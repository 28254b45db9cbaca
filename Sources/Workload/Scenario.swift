/// The groups of requests that the lectures talk about.
package enum Scenario {
  /// Requests to buy something, as the lecture describes them: each takes 100 ms on its own and waits for 95 ms of them.
  ///
  /// A purchase reads the visitor's id from the cookie, asks the database for the visitor, charges a card through an outside
  /// service, notes in the database that the visitor now owns the thing, and answers.
  ///
  /// Source: the lecture `async-for-scalability-dotnet`, 00:33 to 01:06.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - interval: the time from one arrival to the next; zero for all at the beginning.
  package static func purchases(_ count: Int, every interval: Duration = .zero) -> [Request] {
    (0..<count).map { index in
      Request(
        "purchase \(index + 1)", arrival: interval * index,
        steps: [
          .work("cookie", .milliseconds(1)), .wait("visitor", .milliseconds(20)),
          .work("order", .milliseconds(1)), .wait("charge", .milliseconds(60)),
          .work("receipt", .milliseconds(1)), .wait("record", .milliseconds(15)),
          .work("answer", .milliseconds(2)),
        ])
    }
  }
}
