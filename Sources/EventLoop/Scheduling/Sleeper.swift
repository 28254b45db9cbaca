/// A task that sleeps, or is about to: its place in the ``SleeperTable``, and which of those that had the place it is.
struct Sleeper: Sendable {
  var place: UInt32
  var generation: UInt32
}
