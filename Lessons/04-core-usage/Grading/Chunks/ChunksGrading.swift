import LessonKit

/// Exercise 4.5. How an answer is judged stands in `Diagnosis.swift`.
@main
enum ChunksGrading: Exercise {
  typealias Function = @Sendable ([Int], ModelMachine) async throws -> Int

  static let name = "chunks"
  static let hints = [
    """
    Two things take time: beginning a chunk, and the numbers in it. So make few chunks, but one for every core, and none of them \
    much longer than the others.
    """,
    """
    `numbers.count / machine.cores` rounds down, and the rest has to go somewhere. Round up instead: then no chunk is longer than \
    it has to be, and only the last one may be a little shorter.
    """,
    """
    `withThrowingTaskGroup(of: Int.self)`, `group.addTask { try await machine.sum(numbers[start..<end]) }` for every chunk, and \
    `group.reduce(0, +)` at the end. Each child returns its own sum, so there is no need for the shared total.
    """,
  ]
  static let learner: Function = { try await chunks($0, on: $1) }
  static let solution: Function = { try await ChunksSolution.chunks($0, on: $1) }
}
