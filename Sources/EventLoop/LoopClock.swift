/// The clock of an event loop, in virtual or in real time.
package struct LoopClock: Clock {
  /// A point in a loop's time.
  package struct Instant: InstantProtocol {
    /// The time since the loop was created.
    package var offset: Duration

    package init(offset: Duration) {
      self.offset = offset
    }

    /// The instant that is later by a duration.
    package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

    /// The time from this instant to another.
    package func duration(to other: Instant) -> Duration { other.offset - offset }

    /// Compares two instants of one loop.
    package static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
  }

  let loop: EventLoop

  /// The loop's time at this moment.
  package var now: Instant { Instant(offset: loop.now) }

  /// The least time that two instants can differ by: exact in virtual time, a nanosecond in real time.
  package var minimumResolution: Duration { .nanoseconds(1) }

  /// Sleeps until a deadline; the loop serves others meanwhile.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  package func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
    try await loop.sleep(until: deadline)
  }
}
