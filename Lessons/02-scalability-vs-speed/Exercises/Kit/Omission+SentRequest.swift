/// A request of a load test, as the load test has written it down.
struct SentRequest: Sendable, Hashable {
  /// When it was sent, in milliseconds from the beginning of the test.
  var sent: Double
  /// When its answer was there, in milliseconds from the beginning of the test.
  var answered: Double
}
