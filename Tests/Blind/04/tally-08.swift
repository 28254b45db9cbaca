// meant: an actor does the search as well as the adding: one part after another; expected verdict: wrong

import LessonKit

private actor Search {
  let board: Board

  init(on board: Board) { self.board = board }

  func add(_ part: Range<Int>) { board.count += board.primes(in: part) }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let search = Search(on: board)
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask { await search.add(part) }
    }
  }
}
