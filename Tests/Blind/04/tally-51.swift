// meant: trusts an actor to keep others out across an await, so it reads the count before the search and writes after it, and other parts' primes get lost, seen with two or more parts that have primes; expected verdict: wrong

import LessonKit

private actor Tallier {
  let board: Board

  init(_ board: Board) {
    self.board = board
  }

  // In an actor only one task at a time runs, so nobody can come between the read and the write.
  func tally(_ part: Range<Int>) async {
    let before = board.count
    let found = await search(part, on: board)
    board.count = before + found
  }
}

@concurrent private func search(_ part: Range<Int>, on board: Board) async -> Int {
  board.primes(in: part)
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let tallier = Tallier(board)
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask { await tallier.tally(part) }
    }
  }
}
