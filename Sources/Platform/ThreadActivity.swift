import Foundation

/// How often one thread has been given a core, which any other thread may ask: one that waits for a lock never is.
package struct ThreadActivity: Sendable {
  private let path: String

  /// The calling thread's activity; `nil` where the system does not tell. Linux does.
  package init?() {
    guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self") else {
      return nil
    }
    path = "/proc/\(own)/schedstat"
    guard let turns, turns > 0 else { return nil }
  }

  /// How often the thread has been given a core so far; `nil` when it has ended.
  package var turns: Int? {
    let numbers = SystemFile.numbers(in: SystemFile.text(path))
    return numbers.count == 3 ? numbers[2] : nil
  }

  /// How often the calling thread has given its core away of its own accord, to wait for something; `nil` where the system
  /// does not tell. Linux does.
  package static var ownReleases: Int? {
    SystemFile.text("/proc/thread-self/status").split(separator: "\n").lazy
      .first { $0.hasPrefix("voluntary_ctxt_switches:") }
      .flatMap { $0.split(separator: "\t").last.flatMap { Int($0) } }
  }
}
