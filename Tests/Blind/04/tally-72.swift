// meant: Adds what was found in the order of the parts and keeps what comes early until the parts before it are done, seen when a part takes longer than those after it; expected verdict: wrong

import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  await withTaskGroup(of: (index: Int, found: Int).self) { group in
    for (index, part) in parts.enumerated() {
      group.addTask { (index, board.primes(in: part)) }
    }
    var early: [Int: Int] = [:]
    var next = 0
    for await (index, found) in group {
      early[index] = found
      while let found = early.removeValue(forKey: next) {
        board.count += found
        next += 1
      }
    }
  }
}
