/// One step of a ramp: what so many users got.
struct RampStep: Sendable, Hashable {
  /// How many users there were.
  var users: Int
  /// How many answers left the server in a second.
  var throughput: Double
  /// How long they waited on average, in milliseconds.
  var mean: Double
  /// How long 99 of 100 waited at most, in milliseconds.
  var p99: Double
  /// How many were refused or gave up.
  var errors = 0
}
