/// The three things that a request does.
///
/// | verb | uses the core | holds the thread |
/// |---|---|---|
/// | ``EventLoop/work(for:)`` | yes | yes |
/// | ``EventLoop/block(for:)`` | no | yes |
/// | ``EventLoop/sleep(for:)`` | no | no |
package enum Verb: Sendable, Hashable {
  /// Computing.
  case work
  /// Waiting, and keeping the thread.
  case block
  /// Waiting, and giving the thread back.
  case sleep
}

extension EventLoop {
  /// Computes for a stretch of time; nothing else runs meanwhile.
  ///
  /// In virtual time the clock advances by just this much. In real time the thread computes until it has used that
  /// much of a core, which takes longer where others use the core too; ``interference`` says how much longer.
  package func work(for duration: Duration) {
    observer?.began(.work, at: now)
    if let wall { wall.work(for: duration) } else { advance(by: duration) }
    observer?.ended(.work, at: now)
  }

  /// Waits without giving the thread back; nothing else runs meanwhile.
  package func block(for duration: Duration) {
    observer?.began(.block, at: now)
    if let wall { wall.block(for: duration) } else { advance(by: duration) }
    observer?.ended(.block, at: now)
  }

  /// Waits and gives the thread back, so that others run meanwhile.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  package nonisolated(nonsending) func sleep(for duration: Duration) async throws {
    try await sleep(until: LoopClock.Instant(offset: now + duration))
  }

  // [threads-vs-async 01:06] A wait: the rest of the task goes among the
  // timers, and the thread goes on with the next.
  /// Waits until a deadline and gives the thread back, so that others run meanwhile.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  package nonisolated(nonsending) func sleep(until deadline: LoopClock.Instant) async throws {
    if let observer { observer.began(.sleep, at: now) }
    // What passes between the deadline and the moment that the thread is free counts as queueing, not as waiting.
    defer { if let observer { observer.ended(.sleep, at: min(deadline.offset, now)) } }
    let sleeper = change { $0.timers.reserve() }
    try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { (continuation: SleeperTable.Continuation) in
        if !add(sleeper, until: deadline.offset, continuation) {
          continuation.resume(throwing: CancellationError())
        }
      }
    } onCancel: {
      change { $0.timers.cancel(sleeper) }?.resume(throwing: CancellationError())
    }
  }

  /// Waits for something that goes on elsewhere, such as on another thread, so that the observer sees it as a sleep.
  package nonisolated(nonsending) func suspended<Success>(
    _ body: nonisolated(nonsending) () async throws -> Success
  ) async rethrows -> Success {
    observer?.began(.sleep, at: now)
    defer { observer?.ended(.sleep, at: now) }
    return try await body()
  }

  /// Waits for something that goes on elsewhere, such as for a socket, and keeps the thread, so that the observer sees it as a
  /// block.
  package func blocked<Success>(_ body: () throws -> Success) rethrows -> Success {
    observer?.began(.block, at: now)
    defer { observer?.ended(.block, at: now) }
    return try body()
  }

  /// Announces what a task waits for, so that a ``Stall`` can say it.
  ///
  /// - Parameters:
  ///   - reason: what follows the words "waits for", for example `a free slot`.
  ///   - body: what waits.
  package nonisolated(nonsending) func waiting<Success>(
    for reason: String, _ body: nonisolated(nonsending) () async throws -> Success
  ) async rethrows -> Success {
    let since = now
    let number = change { $0.waits.begin(Wait(for: reason, since: since)) }
    defer { change { $0.waits.end(number) } }
    return try await body()
  }

  /// How much longer than their own time all ``work(for:)`` on this loop took, and all waits of its thread, because it had
  /// to share its core: zero in virtual time, and next to nothing on an idle machine.
  ///
  /// A wait counts from a millisecond: less is usual on an idle machine as well.
  package var interference: Duration { wall?.interference ?? .zero }
}
