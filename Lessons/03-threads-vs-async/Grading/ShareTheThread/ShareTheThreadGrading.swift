import LessonKit

/// Exercise 3.4. How an answer is judged stands in `Diagnosis.swift`.
@main
enum ShareTheThreadGrading: Exercise {
  typealias Function = @Sendable (Sales) async throws -> Int

  static let name = "share-the-thread"
  static let hints = [
    "A task keeps its thread until it gives it back. At which line of the loop could yours do that?",
    """
    `await Task.yield()` puts your task at the end of the queue of those that are ready, and it goes on when the others have had their turn. \
    Every so often is enough: how many days fit into 10 ms, if one takes up to 4?
    """,
    "In the loop, after `sum += sales.total(of: day)`: `await Task.yield()`, and then `try Task.checkCancellation()`.",
  ]
  static let success = """
    The report takes as long as before, plus what the visitors need, and none of them waits for all of it: for two stretches at most, \
    the one in which they come, and one more if your task is in the queue before them. Giving way costs a switch, about a microsecond: next to \
    nothing after each day, and most of the time if you did it after each addition. With a second core, a thread of its own for the report \
    would cost the visitors nothing; `Task.yield` helps where it has to stay on this one. \
    Next: many that send, and one that receives. (fan-in)
    """
  static let learner: Function = { try await report(on: $0) }
  static let solution: Function = { try await ShareTheThreadSolution.report(on: $0) }
}
