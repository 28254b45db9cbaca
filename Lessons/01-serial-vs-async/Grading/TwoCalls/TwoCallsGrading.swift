import EventLoop
import LessonKit

/// Exercise 1.3. How an answer is judged stands in `Diagnosis.swift`.
@main
enum TwoCallsGrading: Exercise {
  typealias Function = @Sendable (PageDatabase, EventLoop) async throws -> StartPage

  static let name = "two-calls"
  static let hints = [
    "Which call needs what another call returns? Only those two have to run one after the other.",
    """
    `async let` starts a call in a child task and goes on at once. You wait for its value where you read it, so read it as \
    late as you can.
    """,
    """
    Begin with `async let news = database.news()`. Then await the user and the courses as usual, and read the news last.
    """,
  ]
  static let success = """
    What needs nothing begins at once, and what needs an answer begins as soon as that is there. `async let` says so in one word, and \
    cancels what is left where a call throws. A task of your own overlaps just as well, and leaves the cancelling to you. Next: what if \
    there are more requests than the database can take? (bounded)
    """
  static let learner: Function = { try await twoCalls(to: $0, on: $1) }
  static let solution: Function = { try await TwoCallsSolution.twoCalls(to: $0, on: $1) }
}
