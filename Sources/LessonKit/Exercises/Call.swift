/// One call that a candidate made to the service that an exercise gives it.
public struct Call: Sendable, Hashable {
  /// How a call ended.
  public enum Outcome: Sendable, Hashable {
    /// It has not ended.
    case running
    /// It returned.
    case returned
    /// It threw an error of its own.
    case failed
    /// It was cancelled.
    case cancelled
  }

  /// The lane of the call's request.
  public var lane: Int
  /// When it began, counted from the beginning of the trial.
  public var start: Duration
  /// When it ended; `nil` while it runs.
  public var end: Duration?
  /// How it ended.
  public var outcome: Outcome
  /// Whether it was made by a task that the candidate began, and not by the one that it was called in.
  public var isFromChild: Bool

  /// Whether two calls were under way at the same time.
  public func overlaps(_ other: Call) -> Bool {
    start < other.end ?? .seconds(Int64.max) && other.start < end ?? .seconds(Int64.max)
  }
}
