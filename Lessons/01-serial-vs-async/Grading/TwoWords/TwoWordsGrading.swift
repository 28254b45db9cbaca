import LessonKit
import Workload

/// Exercise 1.1. How an answer is judged stands in `Diagnosis.swift`.
@main
enum TwoWordsGrading: Exercise {
  typealias Function = @Sendable (Request, CourseSite) async throws -> Response

  static let name = "two-words"
  static let hints = [
    "Two of the five steps wait for the database. Which are they, and who has the thread meanwhile?",
    """
    Only a function that is marked `async` can give its thread back. Mark yours, and the compiler takes the other form of the two \
    calls. It then tells you which word is missing where.
    """,
    "`func handle(…) async throws -> Response`, and `try await` before `site.user` and `site.courses`. That is all.",
  ]
  // The learner's function may be `async` or not: it is named here, and not called.
  static let learner: Function = handle(_:on:)
  static let solution: Function = { try await TwoWordsSolution.handle($0, on: $1) }
}
