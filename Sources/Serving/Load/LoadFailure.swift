import Foundation
package import Platform

/// A load that says nothing about the server, since the generator's side of it, or the process that both are in, had no more to give.
package struct LoadFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The call that the system refused.
  package var error: SystemError

  package init(_ error: SystemError) {
    self.error = error
  }

  /// - Returns: `nil` if the other side is why a connection did not come about.
  init?(ownSideOf error: SystemError) {
    guard ![ECONNREFUSED, ECONNRESET, ECONNABORTED, ETIMEDOUT, EPIPE].contains(error.code) else { return nil }
    self.init(error)
  }

  /// What happened, what is needed, and how to get it.
  package var description: String { "The load met a limit of this machine, \(error). \(remedy)" }

  private var remedy: String {
    switch error.code {
    case EMFILE:
      "Each user needs two open files, and this process may have \(ResourceLimit(.openFiles)). 'ulimit -n 4200' in this shell "
        + "allows enough of them, where the system lets it."
    case ENFILE: "All programs together have too many files open; close some of them."
    case EAGAIN:
      "A server with threads needs one for each user, and this user may have \(ResourceLimit(.processes)). 'ulimit -u 4096' "
        + "in this shell allows more, where the system lets it."
    case EADDRNOTAVAIL:
      "There is no free port on 127.0.0.1; wait a minute, until those of closed connections are free again."
    case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EAFNOSUPPORT: "The load needs the loopback network, 127.0.0.1."
    case EACCES, EPERM: "Something here forbids connections to 127.0.0.1, a sandbox or a firewall."
    default: "Try again with fewer programs running, or add --time virtual."
    }
  }
}
