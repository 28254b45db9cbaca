import Console
import EventLoop
import Foundation
import Measurement
import Platform
import Processes

/// What it costs to stop one and go on with another: two that take turns, many times over.
struct Turns: Sendable, Codable {
  /// What takes turns.
  enum Kind: String, Sendable, Codable, CaseIterable {
    /// Two threads, each waiting for the other's signal.
    case threads
    /// Two tasks on one event loop.
    case loop
    /// Two tasks on Swift's own pool of threads.
    case pool

    var label: String {
      switch self {
      case .threads: "threads"
      case .loop: "tasks, on one event loop"
      case .pool: "tasks, on Swift's pool"
      }
    }
  }

  var kind: Kind
  /// One switch from the one to the other, in nanoseconds.
  var nanoseconds: Double

  static let process = Helper("turns", of: ThreadsVersusAsync.entry.id) { (kind: Kind, _) in
    try measure(kind)
  }

  /// Measures all kinds, each in a process of its own.
  static func measureAll() -> Result<[Turns], HelperFailure> {
    Result { () throws(HelperFailure) in
      var all: [Turns] = []
      for kind in Kind.allCases { all.append(try process.answer(to: kind)) }
      return all
    }
  }

  /// Measures several times and keeps the least: others on the machine only ever add to it.
  private static func measure(_ kind: Kind) throws -> Turns {
    // Many short runs: the shorter, the likelier that one of them has its core to itself from beginning to end.
    let rounds = kind == .threads ? 200 : 1000
    let times = try (1...100).map { _ in
      let loop = EventLoop(time: .real())
      return switch kind {
      case .threads: try ContinuousClock().measure { try TakingTurns().switchThreads(rounds, on: loop) }
      case .loop: try loop.run { await tasks(rounds, on: loop) }
      case .pool: try onSwiftsPool { await tasks(rounds, on: globalConcurrentExecutor) }
      }
    }
    return Turns(kind: kind, nanoseconds: times.min()!.inSeconds * 1e9 / Double(2 * rounds))
  }

  private static func tasks(_ rounds: Int, on executor: any TaskExecutor) async -> Duration {
    await ContinuousClock().measure { await TakingTurns.switchTasks(rounds, on: executor) }
  }
}

extension [Turns] {
  /// The cheapest switch between threads, or between tasks, in nanoseconds.
  func least(of kind: Crowd.Kind) -> Double {
    filter { ($0.kind == .threads) == (kind == .threads) }.map(\.nanoseconds).min() ?? .nan
  }
}
