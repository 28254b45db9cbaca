// meant: awaits the tasks in the order of the parts instead of the order in which they end, so that while a long first part is searched the board shows nothing of later parts that are done; expected verdict: wrong

import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let searches = parts.map { part in
    Task { board.primes(in: part) }
  }
  // Only this task touches the count.
  for search in searches {
    board.count += await search.value
  }
}
