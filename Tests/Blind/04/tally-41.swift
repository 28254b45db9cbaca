// meant: keeps the sum in an actor but writes the board outside of it, so that an older and lower sum may overwrite a newer one, seen where two parts are done at about the same time; expected verdict: wrong

import LessonKit

private actor Total {
  private var sum = 0

  func adding(_ found: Int) -> Int {
    sum += found
    return sum
  }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let total = Total()
  await withDiscardingTaskGroup { group in
    for part in parts {
      group.addTask {
        let found = board.primes(in: part)
        // The board is never read: the actor knows better.
        board.count = await total.adding(found)
      }
    }
  }
}
