import LessonKit

/// Exercise 3.2. How an answer is judged stands in `Diagnosis.swift`.
@main
enum LostUpdateGrading: Exercise {
  typealias Function = @Sendable (Int, Visits) async throws -> String

  static let name = "lost-update"
  static let hints = [
    """
    One thread runs one task at a time, but at every `await` it may take up another one. What do the others do to `count` between \
    your read and your write?
    """,
    """
    No lock is needed. Between two lines without an `await` nothing else on the loop runs. Which lines have to stand together?
    """,
    "First `let page = try await visits.page(number)`, then `visits.count += 1`.",
  ]
  static let success = """
    The read and the write stand together, and between two lines without an `await` nothing else runs on the thread. An actor promises \
    the same, with the same hole: at each `await` in it others may come in. A lock that is held across the `await` loses no visit either, \
    but then the requests wait for their pages one after another. Next: which task has its turn, and when? (turn)
    """
  static let learner: Function = { try await countVisit($0, $1) }
  static let solution: Function = { try await LostUpdateSolution.countVisit($0, $1) }
}
