/// What became of one claim of a lecture: what was measured, what it had to be, and the verdict.
package struct ClaimRecord: Sendable, Hashable, Codable {
  /// A name that is unique within the lesson, for example `request-3-takes-its-own-time`.
  package var id: String
  /// The lesson's id; set where claims of several lessons stand in one list (`lessons claims --json`).
  package var lesson: String?
  /// The id of the lecture that makes the claim.
  package var lecture: String
  /// When the lecture makes it, as `mm:ss`.
  package var at: String
  /// What the lecture says, in the workbook's words.
  package var statement: String
  /// The measured value; `nil` where nothing could be measured.
  @Nullable package var measured: Double?
  /// The unit of the measured value and of the bound.
  package var unit: String
  package var bound: Bound
  package var verdict: Verdict
  /// Why: what the figure means, or why there is none.
  package var because: String

  package init(
    id: String, lesson: String? = nil, lecture: String, at: String, statement: String, measured: Double?,
    unit: String, bound: Bound, verdict: Verdict, because: String
  ) {
    self.id = id
    self.lesson = lesson
    self.lecture = lecture
    self.at = at
    self.statement = statement
    self.measured = measured
    self.unit = unit
    self.bound = bound
    self.verdict = verdict
    self.because = because
  }
}

/// How a claim came out.
package enum Verdict: String, Sendable, Hashable, Codable {
  /// The measurement agrees with the lecture.
  case holds
  /// The measurement contradicts the lecture.
  case fails
  /// The lecture is imprecise, and the workbook says what is true instead.
  case corrected
  /// Nothing could be said, with the reason.
  case notMeasured = "not measured"
}
