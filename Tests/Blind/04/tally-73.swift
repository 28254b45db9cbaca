// meant: Keeps the total safely in an actor but each task writes the total it got to the board by itself, so that an older and smaller one can be written last, seen when two parts end at about the same time; expected verdict: wrong

import LessonKit

private actor Total {
  private var total = 0

  func adding(_ found: Int) -> Int {
    total += found
    return total
  }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let total = Total()
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask {
        let found = board.primes(in: part)
        board.count = await total.adding(found)
      }
    }
  }
}
