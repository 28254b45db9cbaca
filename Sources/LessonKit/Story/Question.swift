package import Report

/// A question that a reader answers before a picture, and a choice of reasons to explain it afterwards. A value, as claims are: all
/// questions of a lesson are known without running it.
///
/// A guess is compared with the exact answer, which a formula or a model gives, and never with what a noisy machine has measured.
package struct Question: Sendable {
  /// A name that is unique within the lesson.
  package let id: String
  /// What is asked, as a sentence.
  package let text: String
  /// The guess's unit; empty for a plain number.
  package let unit: String
  /// What can be guessed.
  package let range: ClosedRange<Double>
  /// The exact answer.
  package let answer: Double
  /// How far off, as a share of the answer, still counts as right.
  package let tolerance: Double
  /// What was guessed, to begin a sentence: `The response time of request 3`.
  package let subject: String
  /// Asks for the reason, with the answer in it: `Why is it not 500?`
  package let why: String
  /// Three reasons, of which one is right.
  package let reasons: [Told.Reason]

  package init(
    _ id: String, _ text: String, unit: String = "", in range: ClosedRange<Double>, answer: Double,
    within tolerance: Double = 0.1, subject: String, why: String, reasons: [Told.Reason]
  ) {
    (self.id, self.text, self.unit, self.range) = (id, text, unit, range)
    (self.answer, self.tolerance, self.subject) = (answer, tolerance, subject)
    (self.why, self.reasons) = (why, reasons)
  }

  func isRight(_ guess: Double) -> Bool { abs(guess - answer) <= abs(answer) * tolerance }
}

extension Told.Reason {
  package static func right(_ text: String, _ reply: String) -> Told.Reason {
    Told.Reason(text, reply: reply, isRight: true)
  }

  package static func wrong(_ text: String, _ reply: String) -> Told.Reason {
    Told.Reason(text, reply: reply)
  }
}
