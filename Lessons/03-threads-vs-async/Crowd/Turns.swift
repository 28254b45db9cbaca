import EventLoop
import Foundation
import Measurement
import Synchronization

/// What it costs to stop one and go on with another: two that take turns, many times over.
struct Turns: Sendable, Codable {
  /// Who takes turns, and how one tells the other that it is its turn.
  enum Kind: String, Sendable, Codable, CaseIterable {
    /// Two threads, each waiting for a byte from the other.
    case pipe
    /// Two threads, each waiting for the other's signal.
    case condition
    /// Two tasks on one event loop.
    case loop
    /// Two tasks on Swift's own pool of threads.
    case pool

    var label: String {
      switch self {
      case .pipe: "threads, by a pipe"
      case .condition: "threads, by a condition"
      case .loop: "tasks, on one event loop"
      case .pool: "tasks, on Swift's pool"
      }
    }
  }

  var kind: Kind
  /// One switch from the one to the other, in nanoseconds.
  var nanoseconds: Double

  /// Measures several times and keeps the least: others on the machine only ever add to it.
  static func measure(_ kind: Kind) throws -> Turns {
    // Many short runs: the shorter, the likelier that one of them has its core to itself from beginning to end.
    let rounds = kind == .loop || kind == .pool ? 1000 : 200
    let times = try (1...100).map { _ in
      switch kind {
      case .pipe: try PipeTurns().take(rounds)
      case .condition: ConditionTurns().take(rounds)
      case .loop: try onLoop(rounds)
      case .pool: onPool(rounds)
      }
    }
    return Turns(kind: kind, nanoseconds: times.min()!.inSeconds * 1e9 / Double(2 * rounds))
  }

  private static func onLoop(_ rounds: Int) throws -> Duration {
    let loop = EventLoop(time: .real())
    return try loop.run { await tasks(rounds, on: loop) }
  }

  private static func onPool(_ rounds: Int) -> Duration {
    let ended = DispatchSemaphore(value: 0)
    let elapsed = Elapsed()
    Task.detached {
      let duration = await tasks(rounds, on: globalConcurrentExecutor)
      elapsed.duration.withLock { $0 = duration }
      ended.signal()
    }
    ended.wait()
    return elapsed.duration.withLock { $0 }
  }

  /// Two tasks that step back for each other: after each `yield` the other one runs.
  private static func tasks(_ rounds: Int, on executor: any TaskExecutor) async -> Duration {
    await ContinuousClock().measure {
      let players = (1...2).map { _ in
        Task(executorPreference: executor) {
          for _ in 1...rounds { await Task.yield() }
        }
      }
      for player in players { await player.value }
    }
  }
}

/// Where a task leaves what it measured for the thread that waits for it.
private final class Elapsed: Sendable {
  let duration = Mutex(Duration.zero)
}
