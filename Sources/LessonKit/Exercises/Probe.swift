public import EventLoop
public import Measurement
import Synchronization

/// What an exercise gives a candidate to work with: calls that take their time, on a stage in virtual time, each of them
/// written down.
public final class Probe: Sendable {
  /// Thrown by a call that does not come from the exercise's event loop.
  public struct LeftTheLoop: Error, Sendable, Hashable {}

  private struct State {
    var calls: [Call] = []
    var hasLeftTheLoop = false
  }

  private let stage: Stage
  private let labels: [String]
  private let state = Mutex(State())

  /// The loop that the candidate runs on.
  public var loop: EventLoop { stage.loop }

  /// Creates a probe with a lane for each request that calls can be made for.
  public init(lanes labels: [String], seed: UInt64? = nil) {
    self.labels = labels
    stage = Stage(time: .virtual, seed: seed, lanes: labels.map { Lane($0) })
  }

  /// A call that waits and then returns or throws. It ends at once when its task is cancelled.
  ///
  /// - Parameters:
  ///   - lane: the request that the call is made for.
  ///   - duration: how long it waits.
  ///   - result: what it returns or throws.
  public nonisolated(nonsending) func call<Value: Sendable>(
    _ lane: Int, takes duration: Duration, _ result: Result<Value, any Error>
  ) async throws -> Value {
    guard loop.isCurrent else {
      state.withLock { $0.hasLeftTheLoop = true }
      throw LeftTheLoop()
    }
    let index = state.withLock { state in
      state.calls.append(Call(lane: lane, start: loop.clock.now.offset, end: nil, outcome: .running))
      return state.calls.count - 1
    }
    do {
      try await stage.answer(lane: lane) {
        try await loop.waiting(for: "the answer to \(labels[lane])") { try await loop.sleep(for: duration) }
      }
      let value = try result.get()
      end(index, .returned)
      return value
    } catch {
      end(index, error is CancellationError ? .cancelled : .failed)
      throw error
    }
  }

  /// The calls so far, in the order in which they began.
  public var calls: [Call] { state.withLock { $0.calls } }

  /// What the calls did, a lane each.
  public var timeline: Timeline { stage.timeline }

  /// Whether a call came from elsewhere than the loop.
  public var hasLeftTheLoop: Bool { state.withLock { $0.hasLeftTheLoop } }

  private func end(_ index: Int, _ outcome: Call.Outcome) {
    let now = loop.clock.now.offset
    state.withLock {
      $0.calls[index].end = now
      $0.calls[index].outcome = outcome
    }
  }
}
