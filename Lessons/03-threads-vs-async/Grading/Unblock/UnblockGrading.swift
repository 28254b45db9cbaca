import LessonKit

/// Exercise 3.1. How an answer is judged stands in `Diagnosis.swift`.
@main
enum UnblockGrading: Exercise {
  typealias Function = @Sendable (Int, Invoices) async throws -> String

  static let name = "unblock"
  static let hints = [
    "A call without `await` that takes long keeps the thread. Which of the two calls has no `await`?",
    """
    `Task.yield()` gives the thread back before the call, not during it. And Swift's own pool has only as many threads as the \
    machine has cores: code that blocks them stops all other tasks there.
    """,
    "`try await invoices.onOwnThread { invoices.printed(order) }`",
  ]
  static let success = """
    The wait takes as long as before, but no longer on the thread that all the others need. A thread for each such call costs memory \
    for its stack; a pool costs less, and lets only as many calls wait at once as it has threads. Best is a \
    library whose calls can be awaited. Next: a single thread, and visits are lost all the same.
    """
  static let learner: Function = { try await unblock($0, $1) }
  static let solution: Function = { try await UnblockSolution.unblock($0, $1) }
}
