// meant: searches in child tasks and lets an actor do nothing but the adding, whose read and write no other task can come between; expected verdict: right

import LessonKit

private actor Clerk {
  private let board: Board

  init(at board: Board) { self.board = board }

  func note(_ found: Int) { board.count += found }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let clerk = Clerk(at: board)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask {
        // Outside of the actor, on whatever core this task has.
        let found = board.primes(in: part)
        await clerk.note(found)
      }
    }
    try await group.waitForAll()
  }
}
