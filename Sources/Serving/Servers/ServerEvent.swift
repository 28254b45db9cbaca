package import Platform

/// Something that a server survives, and that its owner should know.
package enum ServerEvent: Sendable, Hashable, CustomStringConvertible {
  /// No connection can be accepted for now: the process has too many files open, or the system is out of memory. Told
  /// once until it is over; clients wait in the system's queue meanwhile.
  case cannotAccept(SystemError)
  /// The system gave no thread, and a client was turned away. Told once until there is one again.
  case noThread(SystemError)
  /// The loop cannot wait for one more socket, and a client was turned away. Told once until it can again.
  case cannotWatch(SystemError)
  /// The handler threw this, in its own words.
  case handlerFailed(String)

  /// What happened, and what to do about it.
  package var description: String {
    switch self {
    case .cannotAccept(let error):
      "no more connections for now: \(error); raise the limit (ulimit -n) or let fewer clients in"
    case .noThread(let error):
      "no thread for one more connection: \(error); raise the limit (ulimit -u) or let fewer clients in"
    case .cannotWatch(let error):
      "cannot wait for one more connection: \(error); raise the limit (ulimit -n) or let fewer clients in"
    case .handlerFailed(let words): "a handler failed, and its client was answered with 500: \(words)"
    }
  }
}
