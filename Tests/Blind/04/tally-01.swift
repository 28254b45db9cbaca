// meant: the primes first, then count += outside of the search: still read and write apart; expected verdict: wrong
// right: the children return their numbers, and the parent adds them.
import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask {
        let found = board.primes(in: part)
        board.count = board.count + found
      }
    }
  }
}
