/// One thing that a request does, and how long it takes.
public struct Step: Sendable, Hashable {
  /// Whether a step computes or waits.
  public enum Kind: Sendable, Hashable {
    /// Computing.
    case work
    /// Waiting for an answer from elsewhere: a database, another service.
    case wait
  }

  /// What the step is for, for example `user`.
  public var name: String
  /// Whether it computes or waits.
  public var kind: Kind
  /// How long it takes.
  public var duration: Duration

  /// Creates a step that computes.
  public static func work(_ name: String, _ duration: Duration) -> Step {
    Step(name: name, kind: .work, duration: duration)
  }

  /// Creates a step that waits.
  public static func wait(_ name: String, _ duration: Duration) -> Step {
    Step(name: name, kind: .wait, duration: duration)
  }
}
