import LessonKit

/// Exercise 2.2. How an answer is judged stands in `Diagnosis.swift`.
@main
enum LittleGrading: Exercise {
  typealias Function =
    @Sendable (_ answersPerSecond: Double, _ responseTime: Double, _ pause: Double) throws -> Double

  static let name = "little"
  static let hints = [
    "Begin with one user. How long does one round take, from a question to the next? How many answers a second is that?",
    """
    A user with a round of half a second gets 2 answers a second. How many such users does it take for 20 answers a second? Now \
    say it without going through the single user.
    """,
    "Multiply the answers a second by the seconds of a round, `(responseTime + pause) / 1000`. That is Little's law.",
  ]
  static let learner: Function = { try users(answersPerSecond: $0, responseTime: $1, pause: $2) }
  static let solution: Function = {
    LittleSolution.users(answersPerSecond: $0, responseTime: $1, pause: $2)
  }
}
