import LessonKit

/// Exercise 2.1. How an answer is judged stands in `Diagnosis.swift`.
@main
enum PercentileGrading: Exercise {
  typealias Function = @Sendable (Int, [Double]) throws -> Double

  static let name = "percentile"
  static let hints = [
    "Line the times up from the shortest to the longest. How many of them must lie behind you when you stop?",
    "That many is a share of the count, rounded up: the rank. The first in line has rank 1.",
    """
    `times.sorted()[(times.count * percentage + 99) / 100 - 1]`: a division of whole numbers rounds down, and the added 99 \
    makes it round up.
    """,
  ]
  static let learner: Function = { try percentile($0, of: $1) }
  static let solution: Function = { PercentileSolution.percentile($0, of: $1) }
}
