// meant: it trusts an actor to keep others out across an await, and reads the count before the search and writes it after, so that what was added meanwhile is lost, seen with two or more parts that have primes; expected verdict: wrong

import LessonKit

private actor Clerk {
  let board: Board

  init(_ board: Board) {
    self.board = board
  }

  func tally(_ part: Range<Int>) async {
    let before = board.count
    let found = await search(part)
    board.count = before + found
  }

  // Not on the actor, so that the parts are searched at the same time.
  @concurrent
  nonisolated private func search(_ part: Range<Int>) async -> Int {
    board.primes(in: part)
  }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let clerk = Clerk(board)
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask { await clerk.tally(part) }
    }
  }
}
