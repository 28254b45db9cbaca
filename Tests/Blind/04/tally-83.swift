// meant: takes an actor's method to be one step, although others come in where it awaits the search between reading the count and writing it, so that with several parts all but the last to end are lost; expected verdict: wrong

import LessonKit

private actor Counter {
  let board: Board

  init(board: Board) {
    self.board = board
  }

  /// An actor does one thing at a time, so nothing changes the count in here.
  func count(_ part: Range<Int>) async {
    let before = board.count
    async let found = board.primes(in: part)
    board.count = before + (await found)
  }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let counter = Counter(board: board)
  await withDiscardingTaskGroup { group in
    for part in parts {
      group.addTask { await counter.count(part) }
    }
  }
}
