/// What a task waits to be able to do with a socket.
public enum Readiness: Sendable, Hashable {
  /// To read or to accept, or to learn that the other side has ended.
  case reading
  /// To write, or to learn whether a connection came about.
  case writing
}
