import LessonKit

/// Exercise 2.5. How an answer is judged stands in `Diagnosis.swift`.
@main
enum OmissionGrading: Exercise {
  typealias Function = @Sendable (_ requests: [SentRequest], _ interval: Double) throws -> [Double]

  static let name = "omission"
  static let hints = [
    "When does a user begin to wait: at the click, or when the load test gets round to sending the request?",
    "The plan is not in the log, but you can work it out: the first user clicks at 0, and then there is one every `interval`.",
    "For the request at index `place`, counted from 0, the user clicked at `Double(place) * interval` and waited until `answered`.",
  ]
  static let learner: Function = { try waits(of: $0, every: $1) }
  static let solution: Function = { OmissionSolution.waits(of: $0, every: $1) }
}
