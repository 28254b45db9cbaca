import LessonKit

/// Exercise 2.4. How an answer is judged stands in `Diagnosis.swift`.
@main
enum CapacityGrading: Exercise {
  typealias Function =
    @Sendable (_ server: ServerKind, _ work: Int, _ wait: Int, _ deadline: Int) throws -> Int

  static let name = "capacity"
  static let hints = [
    "Think of the last user in line, for each server. What has to happen before that page is done? What of it overlaps?",
    """
    One at a time, the last of n users has to wait for n whole pages. On the event loop the core does the work of n pages, one after \
    another, and when it has done the last one's, that page still waits.
    """,
    """
    Event loop: n × work + wait ≤ deadline, so n is `(deadline - wait) / work`, and 0 if that is below 0. Threads share the same core, \
    so it is the same, but never more than there are threads.
    """,
  ]
  static let learner: Function = { try capacity(of: $0, work: $1, wait: $2, deadline: $3) }
  static let solution: Function = { CapacitySolution.capacity(of: $0, work: $1, wait: $2, deadline: $3) }
}
