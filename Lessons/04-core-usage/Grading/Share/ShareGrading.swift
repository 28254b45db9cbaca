import LessonKit

/// Exercise 4.1. How an answer is judged stands in `Diagnosis.swift`.
@main
enum ShareGrading: Exercise {
  typealias Function = @Sendable (ProgramUsage) throws -> Double

  static let name = "share"
  static let hints = [
    "What did the program use, all in all? And what could it have used at most in that time?",
    "It used its user time and its system time. It could have used the wall time, once for each core that it may use.",
    "`(usage.user + usage.system) / (usage.wall * usage.usableCores)`, where there is any wall time.",
  ]
  static let learner: Function = { try share($0) }
  static let solution: Function = { ShareSolution.share($0) }
}
