/// What an event loop keeps.
struct Queues: Sendable, Hashable {
  /// The tasks that can go on, in the order in which they became ready.
  var ready: [String]
  /// The tasks that wait for a time, in the order in which they fell asleep.
  var sleepers: [Sleeper]
}
