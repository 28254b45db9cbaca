import LessonKit

/// Exercise 2.6. How an answer is judged stands in `Diagnosis.swift`.
@main
enum ShedGrading: Exercise {
  typealias Function = @Sendable (Int) -> any Shedding

  static let name = "shed"
  static let hints = [
    """
    There are two things to remember: whether a request is being answered, and which requests wait, in order. When is there no \
    room?
    """,
    "A `[CheckedContinuation<Void, Never>]` is the line. When a request ends, take the first out of the line and resume it.",
    """
    Pass the turn on in a `defer`, so that an error doesn't skip it. And leave `isBusy` true while you pass it on, or a request \
    that arrives at that moment walks past the line.
    """,
  ]
  static let learner: Function = { Shed(atMost: $0) }
  static let solution: Function = { ShedSolution.Shed(atMost: $0) }
}
