// meant: adds up in the group and writes the board once at the end, so that others see nothing meanwhile, seen where one part takes longer than the others; expected verdict: wrong

import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let primes = await withTaskGroup(of: Int.self, returning: Int.self) { group in
    for part in parts {
      group.addTask { board.primes(in: part) }
    }
    // Only this task adds, so nothing is lost.
    return await group.reduce(0, +)
  }
  board.count += primes
}
