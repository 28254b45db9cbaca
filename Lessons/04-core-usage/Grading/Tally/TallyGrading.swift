import LessonKit

/// Exercise 4.4. How an answer is judged stands in `Diagnosis.swift`.
@main
enum TallyGrading: Exercise {
  typealias Function = @Sendable ([Range<Int>], Board) async throws -> Void

  static let name = "tally"
  static let hints = [
    "`board.count += 8` is three steps: read, add, write. What do the others do between the first and the last of them?",
    """
    Which tasks have to touch `board.count` at all? A child task can return what it has found, and a task group hands that to you as soon as it \
    is there.
    """,
    """
    `withTaskGroup(of: Int.self)`, with `group.addTask { board.primes(in: part) }` for each part, and then \
    `for await found in group { board.count += found }`.
    """,
  ]
  static let success = """
    Every prime is on the board, and all cores were at work. Where the children return what they have found and one task adds it up, nothing is \
    shared, and there is nothing to lock. An actor, or a class with a `Mutex`, around read and write does it as well; then the tasks wait for each other there, \
    which costs little as long as the search itself stays outside. Next: many numbers, and a total that all cores would like to touch. \
    (chunks)
    """
  static let learner: Function = { try await tally($0, on: $1) }
  static let solution: Function = { await TallySolution.tally($0, on: $1) }
}
