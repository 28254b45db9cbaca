/// What the launcher has to know of an exercise.
public struct ExerciseRecord: Sendable, Hashable, Codable {
  /// The name within the lesson.
  public var name: String
  /// What the learner is asked to do.
  public var question: String
  /// The name of the learner's file in the lesson's folder `Exercises`, and of the solution's in `Solutions`.
  public var file: String
  /// Hints, from the first nudge to all but the answer.
  public var hints: [String]
  /// The names of the known mistakes.
  public var mistakes: [String]

  package init(name: String, question: String, file: String, hints: [String], mistakes: [String]) {
    self.name = name
    self.question = question
    self.file = file
    self.hints = hints
    self.mistakes = mistakes
  }
}
