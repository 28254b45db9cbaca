package import Figures
package import Measurement

/// How an exercise stands, and what the learner reads. The exercise's program prints it as JSON for the launcher.
package struct Grade: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Hashable, Codable {
    /// The learner has not started.
    case toDo = "to do"
    case passed
    case wrong
    case doesNotBuild = "does not build"
    /// The code ended the process, by a trap for example.
    case crashed
    case timedOut = "timed out"
    /// Nothing in the code could ever go on.
    case stalled
    /// The code printed more than one would read.
    case flooded
  }

  package var status: Status
  /// The name of the known mistake, if it is one.
  package var mistake: String?
  /// What the learner reads.
  package var says: String
  /// The seed that shows it, where tasks were shuffled.
  package var seed: UInt64?
  /// What the learner's code did.
  package var yours: Timeline?
  /// What a right answer does.
  package var expected: Timeline?
  /// Pictures of the trial, where timelines do not show it; `nil` for none.
  package var drawings: [Figure]?
  /// What the learner's code printed itself, cut to a readable length.
  package var printed: String?

  package init(status: Status, mistake: String? = nil, says: String, seed: UInt64? = nil) {
    self.status = status
    self.mistake = mistake
    self.says = says
    self.seed = seed
  }
}
