import EventLoop
import LessonKit

/// Exercise 3.7. How an answer is judged stands in `Diagnosis.swift`.
@main
enum DeadlineGrading: Exercise {
  typealias Operation = @Sendable () async throws -> Response
  typealias Function = @Sendable (Duration, EventLoop, @escaping Operation) async throws -> Response

  static let name = "deadline"
  static let hints = [
    "Two things run side by side: the operation, and a sleep as long as the limit. The first to end decides.",
    """
    Make both of them children of one throwing task group, and let the one that sleeps end by throwing `TimedOut()`. \
    `group.next()` returns or throws whatever the first of them ends with. What happens to the second?
    """,
    """
    `defer { group.cancelAll() }` before `return try await group.next()!`. And let the child that sleeps sleep until an \
    instant that you noted before: `loop.clock.now.advanced(by: limit)`.
    """,
  ]
  static let success = """
    The first of the two to end decides, and the other one is cancelled and waited for: whatever you return, nothing runs on. Two tasks of \
    your own and a continuation for the winner do the same, and leave to you what the group does by itself, on errors and on \
    cancellation. A deadline costs a timer for each request. Next: a service that was written before `await`. (bridge)
    """
  static let learner: Function = { try await deadline($0, on: $1, $2) }
  static let solution: Function = { try await DeadlineSolution.deadline($0, on: $1, $2) }
}
