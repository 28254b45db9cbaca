import Platform

/// The right to resume a suspended task, once.
final class OldContinuation: Sendable {
  private let continuation: Guarded<UnsafeContinuation<String, any Error>?>
  private let count: @Sendable () -> Void

  init(_ continuation: UnsafeContinuation<String, any Error>, count: @escaping @Sendable () -> Void) {
    self.continuation = Guarded(continuation)
    self.count = count
  }

  /// Lets the task go on with an answer or an error.
  func resume(with answer: OldService.Answer) {
    count()
    let taken = continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
    taken?.resume(with: answer)
  }
}
