/// A task that sleeps until a deadline, or until it is cancelled. Only used under the loop's lock, but for ``resume``.
final class Sleeper: @unchecked Sendable {
  typealias Continuation = UnsafeContinuation<Void, any Error>

  private enum State {
    /// The task has not gone to sleep yet.
    case new
    /// The task sleeps and goes on when the continuation is resumed.
    case asleep(Continuation)
    /// The continuation was taken; nobody else may resume it.
    case awake
    /// Cancelled before the task went to sleep.
    case cancelled
  }

  let deadline: Duration
  private var state = State.new

  init(until deadline: Duration) {
    self.deadline = deadline
  }

  var isAsleep: Bool {
    if case .asleep = state { true } else { false }
  }

  /// Goes to sleep. Returns false if the sleeper was cancelled before.
  func wait(with continuation: Continuation) -> Bool {
    guard case .new = state else { return false }
    state = .asleep(continuation)
    return true
  }

  /// Wakes up because the time has come. Returns nil if it was cancelled before.
  func wake() -> Continuation? {
    guard case .asleep(let continuation) = state else { return nil }
    state = .awake
    return continuation
  }

  /// Wakes up because of a cancellation. Returns nil if there is nothing to resume.
  func cancel() -> Continuation? {
    switch state {
    case .new:
      state = .cancelled
      return nil
    case .asleep(let continuation):
      state = .cancelled
      return continuation
    case .awake, .cancelled:
      return nil
    }
  }
}
