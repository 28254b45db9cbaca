import Dispatch
import EventLoop
import Foundation
import LessonKit
import Platform
import Synchronization

/// A service from before `await`: it takes a function that it calls with the answer, later.
///
/// It always calls back, with an answer or with an error; where its connection hiccups it calls back twice.
final class OldService: Sendable {
  typealias Answer = Result<String, any Error>

  /// How the service behaves in a trial.
  struct Behaviour: Sendable {
    var takes: Duration = .milliseconds(60)
    var fails = false
    var callsTwice = false
  }

  /// The service's connection was lost.
  struct ConnectionLost: Error, Equatable {}

  let probe: Probe
  private let behaviour: Behaviour
  private let resumptions = Mutex(0)
  private let blockedLoop = Flag()

  init(_ behaviour: Behaviour, on probe: Probe) {
    self.behaviour = behaviour
    self.probe = probe
  }

  /// Starts a call and returns at once; `completion` is called on the event loop.
  ///
  /// - Returns: the call, which can be cancelled; a cancelled call calls back at once, with a `CancellationError`.
  @discardableResult
  func start(_ completion: @escaping @Sendable (Answer) -> Void) -> OldCall {
    let (probe, behaviour) = (probe, behaviour)
    let watch = watchLoop(completion)
    return OldCall(
      task: Task(executorPreference: probe.loop) {
        let answer: Answer
        do {
          answer = .success(
            try await probe.call(
              0, takes: behaviour.takes, behaviour.fails ? .failure(ConnectionLost()) : .success("paid")))
        } catch {
          answer = .failure(error)
        }
        watch.signal()
        completion(answer)
        if behaviour.callsTwice { completion(answer) }
      })
  }

  /// Waits for the answer and keeps the thread, as a semaphore would.
  func waitForAnswer() throws -> String {
    probe.loop.block(for: behaviour.takes)
    blockedLoop.set()
    return try (behaviour.fails ? Answer.failure(ConnectionLost()) : .success("paid")).get()
  }

  /// Calls back from another thread where the loop does not get round to it: somebody keeps its thread, with a semaphore for
  /// example, and would do so for ever.
  private func watchLoop(_ completion: @escaping @Sendable (Answer) -> Void) -> DispatchSemaphore {
    let answered = DispatchSemaphore(value: 0)
    try? SystemThread.detached { [blocked = blockedLoop] in
      // In virtual time a call is over in microseconds; a second is more than any machine is ever late.
      guard answered.wait(timeout: .now() + 1) == .timedOut else { return }
      blocked.set()
      completion(.failure(LoopBlocked()))
    }
    return answered
  }

  private struct LoopBlocked: Error {}

  /// Whether anybody has waited with the thread kept.
  var hasBlocked: Bool { blockedLoop.isSet }

  /// Suspends the calling task until the continuation is resumed, like `withCheckedThrowingContinuation`. One that is resumed
  /// a second time is written down here, and does not end the program.
  nonisolated(nonsending) func withContinuation(_ body: (OldContinuation) -> Void) async throws -> String {
    try await probe.loop.waiting(for: "a continuation to be resumed") {
      try await withUnsafeThrowingContinuation { continuation in
        body(OldContinuation(continuation) { self.resumptions.withLock { $0 += 1 } })
      }
    }
  }

  /// How often continuations were resumed, all together.
  var resumed: Int { resumptions.withLock { $0 } }
}

/// A call that is under way.
struct OldCall: Sendable {
  fileprivate let task: Task<Void, Never>

  /// Ends the call.
  func cancel() { task.cancel() }
}

/// The right to resume a suspended task, once.
final class OldContinuation: Sendable {
  private let continuation: Mutex<UnsafeContinuation<String, any Error>?>
  private let count: @Sendable () -> Void

  fileprivate init(
    _ continuation: UnsafeContinuation<String, any Error>, count: @escaping @Sendable () -> Void
  ) {
    self.continuation = Mutex(continuation)
    self.count = count
  }

  /// Lets the task go on with an answer, or with an error.
  func resume(with answer: OldService.Answer) {
    count()
    let taken = continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
    taken?.resume(with: answer)
  }
}

/// Something that may turn out to be so, on any thread.
private final class Flag: Sendable {
  private let state = Mutex(false)

  var isSet: Bool { state.withLock { $0 } }

  func set() { state.withLock { $0 = true } }
}
