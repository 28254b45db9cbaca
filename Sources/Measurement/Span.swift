/// A stretch of a request's life that was spent in one way.
package struct Span: Sendable, Hashable, Codable {
  /// How a stretch of time was spent.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Present but not served: not yet picked up, or ready to go on while the thread serves another.
    case queue
    /// Computing: uses a core and holds the thread.
    case work
    /// Waiting without giving the thread back.
    case block
    /// Waiting with the thread given back, so that it can serve another.
    case wait
  }

  /// How the time was spent.
  package var kind: Kind
  /// The start, counted from the timeline's origin.
  @Milliseconds package var start: Duration
  /// The end, counted from the timeline's origin; never before `start`.
  @Milliseconds package var end: Duration
  /// The operating system's thread that recorded the span; 0 where nothing ran. A report does not have it.
  package var thread: UInt64 = 0

  private enum CodingKeys: CodingKey { case kind, start, end }

  package init(_ kind: Kind, from start: Duration, to end: Duration, thread: UInt64 = 0) {
    self.kind = kind
    self.start = start
    self.end = end
    self.thread = thread
  }

  /// How long the span lasted.
  package var duration: Duration { end - start }

  /// Tells whether two spans share more than an instant.
  package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
}
