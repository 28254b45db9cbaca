// meant: awaits the searches in the order of the parts, so that a part that is done is not added before those ahead of it, seen where the first part takes longer than the others; expected verdict: wrong

import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let searches = parts.map { part in
    Task { board.primes(in: part) }
  }
  for search in searches {
    let found = await search.value
    board.count += found
  }
}
