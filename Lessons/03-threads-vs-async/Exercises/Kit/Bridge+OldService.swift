import Dispatch
import EventLoop
import LessonKit
import Platform

/// A service from before `async`: it takes a function, and calls it with the answer later.
///
/// It always calls back, with an answer or with an error. When its connection hiccups, it calls back twice.
final class OldService: Sendable {
  typealias Answer = Result<String, any Error>

  /// The service has lost its connection.
  struct ConnectionLost: Error, Equatable {}

  private let behaviour: Behaviour
  private let state = Guarded(Log())

  init(_ behaviour: Behaviour, on probe: Probe) {
    self.behaviour = behaviour
    self.probe = probe
  }

  /// Starts a call and returns at once. `completion` is called on the event loop, later.
  ///
  /// - Returns: the call. When it is cancelled, it calls back at once with a `CancellationError`.
  @discardableResult
  func start(_ completion: @escaping @Sendable (Answer) -> Void) -> OldCall {
    let (probe, behaviour) = (probe, behaviour)
    state.withLock { $0.started += 1 }
    let watch = watchLoop(completion)
    return OldCall(
      Task(executorPreference: probe.loop) {
        let answer: Answer
        do {
          answer = .success(try await probe.call(0, takes: behaviour.takes, behaviour.answer))
        } catch {
          answer = .failure(error)
        }
        watch.signal()
        completion(answer)
        if behaviour.callsTwice { completion(answer) }
      })
  }

  /// Suspends the calling task until the continuation is resumed, like `withCheckedThrowingContinuation`. A second resumption
  /// is noted, and doesn't end the program.
  nonisolated(nonsending) func withContinuation(_ body: (OldContinuation) -> Void) async throws -> String {
    try await probe.loop.waiting(for: "a continuation to be resumed") {
      try await withUnsafeThrowingContinuation { continuation in
        body(OldContinuation(continuation) { self.state.withLock { $0.resumed += 1 } })
      }
    }
  }

  /// Waits for the answer and keeps the thread, as a semaphore would.
  func waitForAnswer() throws -> String {
    guard probe.loop.isCurrent else {
      state.withLock { $0.hasBlockedElsewhere = true }
      return try behaviour.answer.get()
    }
    probe.loop.answer("the call") { probe.loop.block(for: behaviour.takes) }
    state.withLock { $0.hasBlocked = true }
    return try behaviour.answer.get()
  }

  // For the grading.

  let probe: Probe
  /// How the service behaves in a trial.
  struct Behaviour: Sendable {
    var takes: Duration = .unguessable(60)
    var fails = false
    var callsTwice = false

    var answer: Answer { fails ? .failure(ConnectionLost()) : .success("paid") }
  }

  /// What was done with the service.
  struct Log: Sendable {
    /// How many calls were started.
    var started = 0
    /// How often continuations were resumed, all together.
    var resumed = 0
    /// Whether some code has waited and kept the loop's thread.
    var hasBlocked = false
    /// Whether some code has waited and kept another thread.
    var hasBlockedElsewhere = false
  }

  var log: Log { state.withLock { $0 } }

  private struct LoopBlocked: Error {}

  /// Calls back from another thread when the loop doesn't get round to it: some code keeps its thread, with a semaphore for
  /// example, and would do so for ever.
  private func watchLoop(_ completion: @escaping @Sendable (Answer) -> Void) -> DispatchSemaphore {
    let answered = DispatchSemaphore(value: 0)
    try? SystemThread.detached { [state] in
      // In virtual time a call is over in microseconds; a second is more than any machine is ever late.
      guard answered.wait(timeout: .now() + 1) == .timedOut else { return }
      state.withLock { $0.hasBlocked = true }
      completion(.failure(LoopBlocked()))
    }
    return answered
  }
}
