package import Platform

/// Something that a server survives, and that its owner should know.
package enum ServerEvent: Sendable, Hashable, CustomStringConvertible {
  /// No connection can be accepted for now: the process has too many files open, or the system is out of memory. Told
  /// once until it is over; clients wait in the system's queue meanwhile.
  case cannotAccept(SystemError)
  /// All threads that the server may have are taken, and a client was turned away. Told once until there is one again.
  case full(threads: Int)
  /// The system gave no thread, and a client was turned away. Told once until there is one again.
  case noThread(SystemError)
  /// The loop cannot wait for one more socket, and a client was turned away. Told once until it can again.
  case cannotWatch(SystemError)
  /// The handler threw this, in its own words.
  case handlerFailed(String)

  /// What the system refused, where that is what happened.
  package var systemError: SystemError? {
    switch self {
    case .cannotAccept(let error), .noThread(let error), .cannotWatch(let error): error
    case .full, .handlerFailed: nil
    }
  }

  /// What happened, and what to do about it.
  package var description: String {
    switch self {
    case .cannotAccept(let error):
      "no more connections for now: \(error); raise the limit (ulimit -n) or let fewer clients in"
    case .full(let threads):
      "all \(threads) threads are taken; allow the server more of them, or let fewer clients in"
    case .noThread(let error):
      "no thread for one more connection: \(error); let fewer clients in, or raise the limit of threads (ulimit -u) or addresses (ulimit -v)"
    case .cannotWatch(let error):
      "cannot wait for one more connection: \(error); raise the limit (ulimit -n) or let fewer clients in"
    case .handlerFailed(let words): "a handler failed, and its client was answered with 500: \(words)"
    }
  }
}
