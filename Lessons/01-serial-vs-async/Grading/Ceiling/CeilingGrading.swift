import LessonKit

/// Exercise 1.5. How an answer is judged stands in `Diagnosis.swift`.
@main
enum CeilingGrading: Exercise {
  typealias Function = @Sendable (_ work: Double, _ wait: Double) throws -> Double

  static let name = "ceiling"
  static let hints = [
    "What does a request need the thread for, and for how long? While it waits, who has the thread?",
    """
    With enough requests waiting, the thread always has something to compute. In one second it computes for 1000 ms. How many \
    times does the work of one request fit into that?
    """,
    "Divide 1000 by `work`. The wait makes each response later, but takes nothing away from the others.",
  ]
  static let learner: Function = { try ceiling(work: $0, wait: $1) }
  static let solution: Function = { CeilingSolution.ceiling(work: $0, wait: $1) }
}
