import LessonKit

/// Exercise 2.3. How an answer is judged stands in `Diagnosis.swift`.
@main
enum KneeGrading: Exercise {
  typealias Function = @Sendable ([RampStep], Double) throws -> Int

  static let name = "knee"
  static let hints = [
    "Begin with a function of one step: does it meet the objective? Two things have to be true.",
    "Go up the ramp and remember the last good step. At a bad one, look at the step before it: was that one bad, too?",
    "Return what you remember at the second bad step in a row, or at the end of the ramp.",
  ]
  static let learner: Function = { try knee(of: $0, objective: $1) }
  static let solution: Function = { KneeSolution.knee(of: $0, objective: $1) }
}
