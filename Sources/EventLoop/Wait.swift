/// A wait that a task has announced with ``EventLoop/waiting(for:_:)``.
public struct Wait: Sendable, Hashable {
  /// What the task waits for, for example `the response to request 2`.
  public var reason: String
  /// Since when, counted from the loop's creation.
  public var since: Duration

  /// Creates a wait.
  public init(for reason: String, since: Duration) {
    self.reason = reason
    self.since = since
  }
}

/// What was begun on a loop and has not ended.
public struct Unfinished: Sendable, Hashable {
  /// How many tasks are ready to go on.
  public var ready: Int
  /// How many tasks sleep.
  public var sleeping: Int
  /// The announced waits that have not ended.
  public var waits: [Wait]

  /// Whether nothing is left.
  public var isEmpty: Bool { ready == 0 && sleeping == 0 && waits.isEmpty }
}
