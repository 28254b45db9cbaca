import EventLoop
import LessonKit
import Measurement
import Synchronization

/// A machine with as many cores as an exercise wants, in virtual time: what takes how long is the same on every real one.
final class ModelMachine: Sendable {
  /// What a core needs to begin with a chunk.
  static let beginning = Duration.milliseconds(5)
  /// What a core needs to add one number, and what one addition to the total takes.
  static let addition = Duration.milliseconds(1)

  /// How many cores the machine has.
  let cores: Int
  let probe: Probe
  private let state: Mutex<State>

  private struct State {
    /// When each core, and behind them the shared total, is free again.
    var free: [Duration]
    var chunks: [Int] = []
    var additions = 0
    var total = 0
  }

  init(cores: Int, seed: UInt64? = nil) {
    self.cores = cores
    probe = Probe(lanes: (1...cores).map { "core \($0)" } + ["the total"], seed: seed)
    state = Mutex(State(free: Array(repeating: .zero, count: cores + 1)))
  }

  /// Adds up a slice of the numbers on a core, as soon as one is free.
  func sum(_ chunk: ArraySlice<Int>) async throws -> Int {
    let duration = Self.beginning + Self.addition * chunk.count
    let now = probe.loop.clock.now.offset
    let (core, start) = state.withLock { state in
      state.chunks.append(chunk.count)
      let core = (0..<cores).min { state.free[$0] < state.free[$1] }!
      let start = max(now, state.free[core])
      state.free[core] = start + duration
      return (core, start)
    }
    if start > now { try await probe.loop.sleep(until: .init(offset: start)) }
    return try await probe.call(core, takes: duration, .success(chunk.reduce(0, +)))
  }

  /// Adds a number to the total that all cores share, as soon as nobody else does.
  func add(_ number: Int) async throws {
    let now = probe.loop.clock.now.offset
    let start = state.withLock { state in
      state.additions += 1
      state.total += number
      let start = max(now, state.free[cores])
      state.free[cores] = start + Self.addition
      return start
    }
    if start > now { try await probe.loop.sleep(until: .init(offset: start)) }
    try await probe.call(cores, takes: Self.addition, .success(()))
  }

  /// The total that all cores share.
  var total: Int { state.withLock { $0.total } }

  /// How many numbers each chunk had, in the order in which they were asked for.
  var chunks: [Int] { state.withLock { $0.chunks } }

  /// How often something was added to the total.
  var additions: Int { state.withLock { $0.additions } }

  /// The least time in which the machine can add so many numbers.
  func leastTime(for count: Int) -> Duration {
    count == 0 ? .zero : Self.beginning + Self.addition * ((count + cores - 1) / cores)
  }
}
