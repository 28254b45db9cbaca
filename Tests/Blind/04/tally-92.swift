// meant: it adds what was found in the order of the parts, and holds back what is done until all earlier parts are, seen where an earlier part takes longer than a later one; expected verdict: wrong

import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  await withTaskGroup(of: (Int, Int).self) { group in
    for (index, part) in parts.enumerated() {
      group.addTask { (index, board.primes(in: part)) }
    }
    var early: [Int: Int] = [:]
    var next = 0
    for await (index, found) in group {
      early[index] = found
      while let ready = early.removeValue(forKey: next) {
        board.count += ready
        next += 1
      }
    }
  }
}
