/// A wait that a task has announced with ``EventLoop/waiting(for:_:)``.
package struct Wait: Sendable, Hashable {
  /// What the task waits for, for example `the response to request 2`.
  package var reason: String
  /// Since when, counted from the loop's creation.
  package var since: Duration

  package init(for reason: String, since: Duration) {
    self.reason = reason
    self.since = since
  }
}

/// What was begun on a loop and has not ended.
package struct Unfinished: Sendable, Hashable {
  /// How many tasks are ready to go on.
  package var ready: Int
  /// How many tasks sleep.
  package var sleeping: Int
  /// The announced waits that have not ended.
  package var waits: [Wait]

  /// Whether nothing is left.
  package var isEmpty: Bool { ready == 0 && sleeping == 0 && waits.isEmpty }
}
