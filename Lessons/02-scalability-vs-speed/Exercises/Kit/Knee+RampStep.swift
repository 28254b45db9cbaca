/// One step of a ramp: how a server did with a certain number of users.
struct RampStep: Sendable, Hashable {
  /// How many users there were.
  var users: Int
  /// How many requests were answered in a second.
  var throughput: Double
  /// The mean response time, in milliseconds.
  var mean: Double
  /// The 99th percentile of the response times, in milliseconds.
  var p99: Double
  /// How many requests were refused or timed out.
  var errors = 0
}
