import Foundation

/// A limit that the system sets to what a process may have.
struct ResourceLimit: CustomStringConvertible {
  /// What holds now; `nil` for no limit.
  let current: UInt64?
  /// Up to where the process itself may raise it; `nil` for no limit.
  let most: UInt64?

  /// How many files and sockets may be open at once.
  static var openFiles: ResourceLimit {
    #if canImport(Darwin)
      ResourceLimit(RLIMIT_NOFILE)
    #else
      ResourceLimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue))
    #endif
  }

  /// How many processes, and on Linux threads, the user may have.
  static var processes: ResourceLimit {
    #if canImport(Darwin)
      ResourceLimit(RLIMIT_NPROC)
    #else
      ResourceLimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue))
    #endif
  }

  func isAtLeast(_ count: UInt64) -> Bool { (current ?? .max) >= count }

  var description: String {
    func text(_ value: UInt64?) -> String { value.map { "\($0)" } ?? "unlimited" }
    return current == most ? text(current) : "\(text(current)), at most \(text(most))"
  }

  #if canImport(Darwin)
    private typealias Kind = Int32
  #else
    private typealias Kind = __rlimit_resource_t
  #endif

  private init(_ kind: Kind) {
    var limit = rlimit()
    getrlimit(kind, &limit)
    // The largest numbers stand for no limit; the exact one differs between systems.
    func finite(_ value: UInt64) -> UInt64? { value >= UInt64(Int64.max) ? nil : value }
    (current, most) = (finite(UInt64(limit.rlim_cur)), finite(UInt64(limit.rlim_max)))
  }
}
