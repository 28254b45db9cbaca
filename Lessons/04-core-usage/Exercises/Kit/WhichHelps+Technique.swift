/// A way to work on several pieces at a time, from the one that occupies least to the one that occupies most.
enum Technique: Int, Sendable, Hashable, CaseIterable {
  /// One thread, with a task for each piece.
  case loop
  /// Child tasks on a pool with one thread per core; in Python on the loop's thread.
  case taskGroup
  /// A thread for each piece.
  case threads
  /// A process for each piece.
  case processes
}
