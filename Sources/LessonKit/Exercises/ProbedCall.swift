/// One call that a candidate made to the service that an exercise gives it.
package struct ProbedCall: Sendable, Hashable {
  /// How a call ended.
  package enum Outcome: Sendable, Hashable {
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
  package var lane: Int
  /// When it began, counted from the beginning of the trial.
  package var start: Duration
  /// When it ended; `nil` while it runs.
  package var end: Duration?
  /// How it ended.
  package var outcome: Outcome
  /// Whether it was made by a task that the candidate began, and not by the one that it was called in.
  package var isFromChild: Bool

  /// Whether two calls were under way at the same time.
  package func overlaps(_ other: ProbedCall) -> Bool {
    start < other.end ?? .seconds(Int64.max) && other.start < end ?? .seconds(Int64.max)
  }
}
