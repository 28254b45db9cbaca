import LessonKit

/// Exercise 4.2. How an answer is judged stands in `Diagnosis.swift`.
@main
enum BoundGrading: Exercise {
  typealias Function = @Sendable ([Double], Int) throws -> Double

  static let name = "bound"
  static let hints = [
    "Don't begin with the speed-up. If the program took 1 before, how long does it take on that many cores?",
    """
    What can't be spread takes as long as before. What can be spread takes its share, divided by the cores. You may add up all \
    the parts that can be spread first: times add up.
    """,
    """
    With `parallel` for the sum of the shares: `1 / ((1 - parallel) + parallel / Double(cores))`. That is Amdahl's law.
    """,
  ]
  static let learner: Function = { try bound(spreading: $0, over: $1) }
  static let solution: Function = { BoundSolution.bound(spreading: $0, over: $1) }
}
