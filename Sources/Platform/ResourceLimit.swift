import Foundation

/// A limit that the system sets to what a process may have.
package struct ResourceLimit: CustomStringConvertible {
  /// What is limited.
  package enum Kind {
    /// How many files and sockets may be open at once.
    case openFiles
    /// How many processes, and on Linux threads, the user may have.
    case processes
    /// The bytes of the address space. Not everywhere is a process kept to it.
    case addressSpace
    /// The bytes that are written to disk when a process crashes.
    case coreDump
  }

  /// What holds now; `nil` for no limit.
  package let current: UInt64?
  /// Up to where the process itself may raise it; `nil` for no limit.
  package let most: UInt64?

  /// Reads a limit of this process.
  package init(_ kind: Kind) {
    var limit = rlimit()
    getrlimit(kind.resource, &limit)
    // The largest numbers stand for no limit; the exact one differs between systems.
    func finite(_ value: UInt64) -> UInt64? { value >= UInt64(Int64.max) ? nil : value }
    (current, most) = (finite(UInt64(limit.rlim_cur)), finite(UInt64(limit.rlim_max)))
  }

  /// Sets a limit of this process, as far as the system allows without asking the superuser.
  ///
  /// - Parameters:
  ///   - value: what holds from now on; what is more than ``most`` stands for that.
  ///   - isFinal: whether the process cannot raise it again.
  /// - Throws: what the system says if it does not allow that.
  package static func set(_ kind: Kind, to value: UInt64, isFinal: Bool = false) throws(SystemError) {
    var limit = rlimit()
    getrlimit(kind.resource, &limit)
    limit.rlim_cur = min(limit.rlim_max, rlim_t(value))
    if isFinal { limit.rlim_max = limit.rlim_cur }
    guard setrlimit(kind.resource, &limit) == 0 else { throw SystemError.last("setrlimit") }
  }

  /// Raises a limit of this process where it is lower, as far as the system allows without asking the superuser.
  package static func raise(_ kind: Kind, to value: UInt64) throws(SystemError) {
    if !ResourceLimit(kind).isAtLeast(value) { try set(kind, to: value) }
  }

  /// Whether a number of things is allowed.
  package func isAtLeast(_ count: UInt64) -> Bool { (current ?? .max) >= count }

  package var description: String {
    func text(_ value: UInt64?) -> String { value.map { "\($0)" } ?? "unlimited" }
    return current == most ? text(current) : "\(text(current)), at most \(text(most))"
  }
}

extension ResourceLimit.Kind {
  #if canImport(Darwin)
    fileprivate var resource: Int32 {
      switch self {
      case .openFiles: RLIMIT_NOFILE
      case .processes: RLIMIT_NPROC
      case .addressSpace: RLIMIT_AS
      case .coreDump: RLIMIT_CORE
      }
    }
  #else
    fileprivate var resource: __rlimit_resource_t {
      switch self {
      case .openFiles: __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
      case .processes: __rlimit_resource_t(__RLIMIT_NPROC.rawValue)
      case .addressSpace: __rlimit_resource_t(RLIMIT_AS.rawValue)
      case .coreDump: __rlimit_resource_t(RLIMIT_CORE.rawValue)
      }
    }
  #endif
}
