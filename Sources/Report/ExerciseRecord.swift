/// What an exercise's program tells the launcher of itself.
package struct ExerciseRecord: Sendable, Hashable, Codable {
  package var name: String
  /// Hints, from the first nudge to all but the answer.
  package var hints: [String]
  /// The names of the known mistakes.
  package var mistakes: [String]
  /// What helps out of a mistake, by its name; `nil` if no mistake has a hint of its own.
  package var mistakeHints: [String: String]?
  /// The names of the answers that do not try; each is the candidate `evasion/<name>`. A program that was built before it told them
  /// has none, and is still good enough for its hints.
  package var evasions: [String]?

  package init(
    name: String, hints: [String], mistakes: [String], mistakeHints: [String: String] = [:],
    evasions: [String] = []
  ) {
    self.name = name
    self.hints = hints
    self.mistakes = mistakes
    self.mistakeHints = mistakeHints.isEmpty ? nil : mistakeHints
    self.evasions = evasions
  }
}
