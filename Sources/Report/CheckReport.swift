package import Console

/// What `lessons check --json` prints, version 1.
package struct CheckReport: Sendable, Hashable, Codable {
  /// The version of the format.
  package var version = 1
  /// The exercises that were judged, in the order of the workbook.
  package var exercises: [Record]
  /// Which misconceptions the learner's code has shown so far in these exercises, for a teacher. They are kept on this machine
  /// alone.
  package var misconceptions: [Met]
  /// What could not be judged because files are gone, a sentence each.
  package var missing: [String]

  package init(exercises: [Record], misconceptions: [Met], missing: [String]) {
    (self.exercises, self.misconceptions, self.missing) = (exercises, misconceptions, missing)
  }

  /// The report as JSON.
  package var json: String { JSONText.of(self) }

  /// A misconception, and when and how often it was met.
  package struct Met: Sendable, Hashable, Codable {
    /// The lesson's id.
    package var lesson: String
    /// The exercise's name within the lesson.
    package var exercise: String
    /// The misconception's name.
    package var mistake: String
    /// How often; an answer that is judged again unchanged counts once.
    package var times: Int
    /// When it was met first and last, for example `2026-11-21T06:15:03Z`.
    package var first: String
    package var last: String

    package init(
      lesson: String, exercise: String, mistake: String, times: Int, first: String, last: String
    ) {
      (self.lesson, self.exercise, self.mistake) = (lesson, exercise, mistake)
      (self.times, self.first, self.last) = (times, first, last)
    }
  }

  /// How one exercise stands.
  package struct Record: Sendable, Hashable, Codable {
    /// The lesson's id.
    package var lesson: String
    /// The exercise's name within the lesson.
    package var exercise: String
    /// The learner's file, below the root of the checkout.
    package var file: String
    /// The line of it to look at, or `nil`.
    package var line: Int?
    /// How it stands.
    package var status: ExerciseStatus
    /// The known mistake that it makes, or `nil`.
    package var mistake: String?
    /// What the learner reads.
    package var says: String
    /// The seed that shows it, or `nil`.
    package var seed: UInt64?

    package init(
      lesson: String, exercise: String, file: String, line: Int?, status: ExerciseStatus, mistake: String?,
      says: String, seed: UInt64?
    ) {
      (self.lesson, self.exercise, self.file) = (lesson, exercise, file)
      (self.line, self.status, self.mistake, self.says, self.seed) = (line, status, mistake, says, seed)
    }

    /// Writes all fields, also those that say nothing: a script should find every name in every record.
    package func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(lesson, forKey: .lesson)
      try fields.encode(exercise, forKey: .exercise)
      try fields.encode(file, forKey: .file)
      try fields.encode(line, forKey: .line)
      try fields.encode(status, forKey: .status)
      try fields.encode(mistake, forKey: .mistake)
      try fields.encode(says, forKey: .says)
      try fields.encode(seed, forKey: .seed)
    }
  }
}
