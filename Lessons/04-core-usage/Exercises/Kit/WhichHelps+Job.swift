/// Many pieces of work of one kind, which do not depend on each other.
struct Job: Sendable, Hashable {
  /// Whether the pieces compute; if not, they wait.
  var computes: Bool
  /// Whether a piece that waits gives its thread back.
  var canBeAwaited: Bool
  /// Whether the pieces compute in C code that works without Python's lock.
  var releasesTheLock: Bool
  /// Whether a piece may crash, and the others must go on.
  var mayCrash: Bool
}
