package import EventLoop
import Foundation
package import Measurement
import Synchronization

/// What an exercise gives a candidate to work with: calls that take their time, on a stage in virtual time, each of them
/// written down.
package final class Probe: Sendable {
  /// Thrown by a call that does not come from the exercise's event loop.
  package struct LeftTheLoop: Error, Sendable, Hashable {
    package init() {}
  }

  private struct State {
    var calls: [ProbedCall] = []
    var ownTask: Int?
    var lastFromElsewhere: ContinuousClock.Instant?
    var isAtRest = false
  }

  private let stage: Stage
  private let state = Mutex(State())

  /// What the lanes are called.
  package let labels: [String]
  /// The loop that the candidate runs on.
  package var loop: EventLoop { stage.loop }

  package init(lanes labels: [String], seed: UInt64? = nil) {
    self.labels = labels
    stage = Stage(time: .virtual, seed: seed, lanes: labels.map { Lane($0) })
  }

  /// A call that computes, waits, and then returns or throws. While it waits it ends at once when its task is cancelled.
  ///
  /// - Parameters:
  ///   - lane: the request that the call is made for.
  ///   - work: how long it computes before it waits.
  ///   - duration: how long it waits; `nil` for ever, which no clock of the loop's measures.
  ///   - result: what it returns or throws.
  package nonisolated(nonsending) func call<Value: Sendable>(
    _ lane: Int, works work: Duration = .zero, takes duration: Duration?, _ result: Result<Value, any Error>
  ) async throws -> Value {
    guard loop.isCurrent else {
      noteCallFromElsewhere()
      throw LeftTheLoop()
    }
    let task = Self.currentTask
    let index = state.withLock { state in
      state.calls.append(
        ProbedCall(
          lane: lane, start: loop.clock.now.offset, end: nil, outcome: .running,
          isFromChild: task != state.ownTask))
      return state.calls.count - 1
    }
    do {
      try await loop.answer(labels[lane]) {
        if work > .zero { loop.work(for: work) }
        try await loop.waiting(for: "the answer to \(labels[lane])") { try await wait(duration) }
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
  package var calls: [ProbedCall] { state.withLock { $0.calls } }

  /// What the calls did, a lane each.
  package var timeline: Timeline { stage.timeline }

  /// When a call last came from elsewhere than the loop; `nil` if none did.
  var lastFromElsewhere: ContinuousClock.Instant? { state.withLock { $0.lastFromElsewhere } }

  /// Notes that the task that runs is the one that the candidate was called in.
  func candidateBegins() {
    let task = Self.currentTask
    state.withLock { $0.ownTask = task }
  }

  /// Notes whether the loop stands still or has ended, so that nothing on it can pass by a call from elsewhere.
  func loopRests(_ isAtRest: Bool) { state.withLock { $0.isAtRest = isAtRest } }

  /// Holds the calling thread until the loop rests: whether it waits for this call must not depend on which is faster.
  package func noteCallFromElsewhere() {
    state.withLock { $0.lastFromElsewhere = .now }
    let limit = ContinuousClock.now + .seconds(2)
    while !state.withLock({ $0.isAtRest }), ContinuousClock.now < limit {
      Thread.sleep(forTimeInterval: 0.001)
    }
    state.withLock { $0.lastFromElsewhere = .now }
  }

  private nonisolated(nonsending) func wait(_ duration: Duration?) async throws {
    if let duration { return try await loop.sleep(for: duration) }
    let (never, source) = AsyncStream<Never>.makeStream()
    for await _ in never {}
    source.finish()
    try Task.checkCancellation()
  }

  private func end(_ index: Int, _ outcome: ProbedCall.Outcome) {
    let now = loop.clock.now.offset
    state.withLock {
      $0.calls[index].end = now
      $0.calls[index].outcome = outcome
    }
  }

  private static var currentTask: Int? { withUnsafeCurrentTask { $0?.hashValue } }
}
