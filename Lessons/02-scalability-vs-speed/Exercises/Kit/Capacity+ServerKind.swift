/// How a server handles more than one user, on a machine with one core.
enum ServerKind: Sendable, Hashable {
  /// It begins a page when the one before it is done.
  case oneAtATime
  /// It gives each user a thread, as long as there are any. A user for whom none is left is turned away.
  case threads(atMost: Int)
  /// It has one thread, which goes on with another page while one waits.
  case eventLoop
}
