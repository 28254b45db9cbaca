import EventLoop
import LessonKit
import Platform

/// A machine with as many cores as exercise 4.5 needs, in virtual time: what takes how long is the same on every real machine.
final class ModelMachine: Sendable {
  /// How long a core takes to begin with a chunk, or with a number for the shared total.
  static let beginning = Duration.milliseconds(5)
  /// How long it takes to add one number, to a chunk's sum or to the shared total.
  static let addition = Duration.milliseconds(1)

  /// How many cores the machine has.
  let cores: Int

  private struct State {
    /// When each core is free again.
    var free: [Duration]
    var totalIsFree = Duration.zero
    var chunks: [Int] = []
    var sums: [Int] = []
    var additions = 0
    var total = 0

    /// Chooses a core that is free, or the one that will be first, and keeps it: in one step, so that no two calls choose the same.
    ///
    /// Of free ones it takes the first: what is done one after another is drawn on one core.
    mutating func bookCore(at now: Duration, for duration: Duration) -> (core: Int, start: Duration) {
      let core = free.firstIndex { $0 <= now } ?? free.indices.min { free[$0] < free[$1] }!
      let start = max(now, free[core])
      free[core] = start + duration
      return (core, start)
    }

    /// Chooses a core, and keeps it until it has added to the total: it stands in line for that.
    mutating func bookTotal(at now: Duration) -> (core: Int, start: Duration) {
      let (core, start) = bookCore(at: now, for: ModelMachine.beginning)
      totalIsFree = max(free[core], totalIsFree) + ModelMachine.addition
      free[core] = totalIsFree
      return (core, start)
    }
  }

  private let state: Guarded<State>

  init(cores: Int, seed: UInt64? = nil) {
    self.cores = cores
    probe = Probe(lanes: (1...cores).map { "core \($0)" }, seed: seed)
    state = Guarded(State(free: Array(repeating: .zero, count: cores)))
  }

  /// Adds up a slice of the numbers on a core, as soon as one is free.
  func sum(_ chunk: ArraySlice<Int>) async throws -> Int {
    let duration = Self.beginning + Self.addition * chunk.count
    try await use { state, now in
      state.chunks.append(chunk.count)
      state.sums.append(chunk.reduce(0, +))
      return state.bookCore(at: now, for: duration)
    }
    return chunk.reduce(0, +)
  }

  /// Adds a number to the total that all cores share: on a core, as soon as one is free, and no other core adds to it meanwhile.
  func add(_ number: Int) async throws {
    try await use { state, now in
      state.additions += 1
      state.total += number
      return state.bookTotal(at: now)
    }
  }

  /// The total that all cores share.
  var total: Int { state.withLock { $0.total } }

  // For the grading.

  let probe: Probe

  /// How many numbers each chunk had, in the order in which they were asked for.
  var chunks: [Int] { state.withLock { $0.chunks } }

  /// What each of these chunks adds up to.
  var sums: [Int] { state.withLock { $0.sums } }

  /// How often something was added to the total.
  var additions: Int { state.withLock { $0.additions } }

  /// The least time in which the machine can add up that many numbers.
  func leastTime(for count: Int) -> Duration {
    count == 0 ? .zero : Self.beginning + Self.addition * ((count + cores - 1) / cores)
  }

  /// Uses the core that is booked from a start for as long as it is.
  private func use(_ book: (_ state: inout State, _ now: Duration) -> (core: Int, start: Duration))
    async throws
  {
    let now = probe.loop.clock.now.offset
    let (core, start, end) = state.withLock { state in
      let (core, start) = book(&state, now)
      return (core, start, state.free[core])
    }
    if start > now { try await probe.loop.sleep(until: .init(offset: start)) }
    try await probe.call(core, takes: end - start, .success(()))
  }
}
