// meant: guards the count with an actor but searches inside of it as well, so that with two or more parts only one is searched at a time; expected verdict: wrong

import LessonKit

private actor Searcher {
  let board: Board

  init(_ board: Board) {
    self.board = board
  }

  func search(_ part: Range<Int>) {
    let found = board.primes(in: part)
    board.count += found
  }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let searcher = Searcher(board)
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask { await searcher.search(part) }
    }
  }
}
