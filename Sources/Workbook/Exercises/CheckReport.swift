package import Report

/// What `lessons check --json` prints, version 1.
package struct CheckReport: Sendable, Hashable, Codable {
  /// The version of the format.
  package var version = 1
  /// The exercises that were judged, in the order of the workbook.
  package var exercises: [Record]

  package init(_ graded: [GradedExercise]) {
    exercises = graded.map(Record.init)
  }

  /// The report as JSON.
  package var json: String { JSONText.of(self) }

  /// How one exercise stands.
  package struct Record: Sendable, Hashable, Codable {
    /// The lesson's id.
    package var lesson: String
    /// The exercise's name within the lesson.
    package var exercise: String
    /// The learner's file, below the root of the checkout.
    package var file: String
    /// How it stands.
    package var status: Grade.Status
    /// The known mistake that it makes, or `nil`.
    package var mistake: String?
    /// What the learner reads.
    package var says: String
    /// The seed that shows it, or `nil`.
    package var seed: UInt64?

    init(_ graded: GradedExercise) {
      lesson = graded.exercise.lesson.id
      exercise = graded.exercise.name
      file = graded.exercise.file
      status = graded.grade.status
      mistake = graded.grade.mistake
      says = graded.grade.says
      seed = graded.grade.seed
    }

    /// Writes all fields, also those that say nothing: a script should find every name in every record.
    package func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(lesson, forKey: .lesson)
      try fields.encode(exercise, forKey: .exercise)
      try fields.encode(file, forKey: .file)
      try fields.encode(status, forKey: .status)
      try fields.encode(mistake, forKey: .mistake)
      try fields.encode(says, forKey: .says)
      try fields.encode(seed, forKey: .seed)
    }
  }
}
