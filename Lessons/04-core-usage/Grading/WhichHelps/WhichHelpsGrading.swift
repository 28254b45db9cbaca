import LessonKit

/// Exercise 4.3. How an answer is judged stands in `Diagnosis.swift`.
@main
enum WhichHelpsGrading: Exercise {
  typealias Function = @Sendable (_ job: Job, _ language: Language) throws -> Technique

  static let name = "which-helps"
  static let hints = [
    "Ask of each job: what is a thread doing while a piece goes on? Does it compute, wait and keep the thread, or give it back?",
    """
    Only pieces that compute need several cores. In Swift any thread can use one; in Python the lock lets one thread at a time run \
    Python code, though every process has a lock of its own.
    """,
    """
    First `mayCrash`: processes. Then waiting: the loop if it can be awaited, threads if not. Then computing: a task group in Swift; in \
    Python threads where the lock is released, and processes where it is not.
    """,
  ]
  static let learner: Function = { try whichHelps($0, in: $1) }
  static let solution: Function = { WhichHelpsSolution.whichHelps($0, in: $1) }
}
