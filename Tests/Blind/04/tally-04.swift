// meant: adds a task and waits for it before it adds the next, so there is a group but only one part is searched at a time; expected verdict: wrong
import LessonKit

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  await withTaskGroup(of: Int.self) { group in
    for part in parts {
      group.addTask { board.primes(in: part) }
      if let found = await group.next() { board.count += found }
    }
  }
}
