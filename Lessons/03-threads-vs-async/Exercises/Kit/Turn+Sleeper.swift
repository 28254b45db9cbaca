/// A task that sleeps.
struct Sleeper: Sendable, Hashable {
  /// The task's name.
  var task: String
  /// When it is to wake, in milliseconds.
  var until: Int
}
