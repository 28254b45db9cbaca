/// One thing that a request does, and how long it takes.
package struct Step: Sendable, Hashable {
  /// Whether a step computes or waits.
  package enum Kind: Sendable, Hashable {
    /// Computing.
    case work
    /// Waiting for an answer from elsewhere: a database, another service.
    case wait
  }

  /// What the step is for, for example `user`.
  package var name: String
  /// Whether it computes or waits.
  package var kind: Kind
  /// How long it takes.
  package var duration: Duration

  /// Creates a step that computes.
  package static func work(_ name: String, _ duration: Duration) -> Step {
    Step(name: name, kind: .work, duration: duration)
  }

  /// Creates a step that waits.
  package static func wait(_ name: String, _ duration: Duration) -> Step {
    Step(name: name, kind: .wait, duration: duration)
  }
}
