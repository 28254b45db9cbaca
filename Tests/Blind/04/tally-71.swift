// meant: Puts the search into the actor along with the addition, so that only one part is searched at a time, seen with two or more parts; expected verdict: wrong

import LessonKit

actor Tallier {
  let board: Board

  init(board: Board) {
    self.board = board
  }

  func search(_ part: Range<Int>) {
    let found = board.primes(in: part)
    board.count += found
  }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let tallier = Tallier(board: board)
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask { await tallier.search(part) }
    }
  }
}
