import EventLoop
import LessonKit
import Platform

/// A machine with as many cores as exercise 4.5 needs, in virtual time: what takes how long is the same on every real machine.
final class ModelMachine: Sendable {
  /// How long a core takes to begin with a chunk.
  static let beginning = Duration.milliseconds(5)
  /// How long it takes to add one number, to a chunk's sum or to the shared total.
  static let addition = Duration.milliseconds(1)

  /// How many cores the machine has.
  let cores: Int

  private struct State {
    /// When each core, and after them the shared total, is free again.
    var free: [Duration]
    var chunks: [Int] = []
    var additions = 0
    var total = 0
  }

  private let state: Guarded<State>

  init(cores: Int, seed: UInt64? = nil) {
    self.cores = cores
    probe = Probe(lanes: (1...cores).map { "core \($0)" } + ["the total"], seed: seed)
    state = Guarded(State(free: Array(repeating: .zero, count: cores + 1)))
  }

  /// Adds up a slice of the numbers on a core, as soon as one is free.
  func sum(_ chunk: ArraySlice<Int>) async throws -> Int {
    let core = state.withLock { state in
      state.chunks.append(chunk.count)
      return (0..<cores).min { state.free[$0] < state.free[$1] }!
    }
    return try await use(core, for: Self.beginning + Self.addition * chunk.count, chunk.reduce(0, +))
  }

  /// Adds a number to the total that all cores share, as soon as no other core does.
  func add(_ number: Int) async throws {
    state.withLock { state in
      state.additions += 1
      state.total += number
    }
    try await use(cores, for: Self.addition, ())
  }

  /// The total that all cores share.
  var total: Int { state.withLock { $0.total } }

  // For the grading.

  let probe: Probe

  /// How many numbers each chunk had, in the order in which they were asked for.
  var chunks: [Int] { state.withLock { $0.chunks } }

  /// How often something was added to the total.
  var additions: Int { state.withLock { $0.additions } }

  /// The least time in which the machine can add up that many numbers.
  func leastTime(for count: Int) -> Duration {
    count == 0 ? .zero : Self.beginning + Self.addition * ((count + cores - 1) / cores)
  }

  private func use<Value: Sendable>(_ lane: Int, for duration: Duration, _ value: Value) async throws -> Value
  {
    let now = probe.loop.clock.now.offset
    let start = state.withLock { state in
      let start = max(now, state.free[lane])
      state.free[lane] = start + duration
      return start
    }
    if start > now { try await probe.loop.sleep(until: .init(offset: start)) }
    return try await probe.call(lane, takes: duration, .success(value))
  }
}
