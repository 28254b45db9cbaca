extension ChildProcess {
  /// How a program ended.
  package enum End: Sendable, Hashable {
    /// By itself, with an exit status.
    case exited(Int32)
    /// By a signal that this process did not send.
    case signalled(Int32)
    /// It had not ended in time, and was ended.
    case timedOut
    /// It wrote more than it may, and was ended.
    case flooded
    /// It was to end, and was ended.
    case interrupted
  }

  /// What became of a program.
  package struct Outcome: Sendable, Hashable {
    /// How it ended.
    package var end: End
    /// What it wrote to standard output, up to the limit.
    package var output: String
    /// What it wrote to standard error, up to the limit.
    package var errors: String

    package init(end: End, output: String, errors: String) {
      self.end = end
      self.output = output
      self.errors = errors
    }

    /// Whether it left with status 0.
    package var isSuccess: Bool { end == .exited(0) }
  }
}

extension ChildProcess.End: CustomStringConvertible {
  /// What became of it, as the end of a sentence.
  package var description: String {
    switch self {
    case .exited(let status): "ended with status \(status)"
    case .signalled(let signal): "was ended by signal \(signal)"
    case .timedOut: "was not done in time, and was ended"
    case .flooded: "wrote too much, and was ended"
    case .interrupted: "was interrupted"
    }
  }
}
