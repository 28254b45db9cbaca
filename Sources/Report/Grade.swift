package import Console
package import Figures
package import Measurement

/// How an exercise stands, and what the learner reads. The exercise's program prints it as JSON for the launcher.
package struct Grade: Sendable, Hashable, Codable {
  package var status: ExerciseStatus
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

  package init(status: ExerciseStatus, mistake: String? = nil, says: String, seed: UInt64? = nil) {
    self.status = status
    self.mistake = mistake
    self.says = says
    self.seed = seed
  }
}
