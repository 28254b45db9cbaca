// meant: adds up under a lock in a variable of its own but writes the result on the board after the lock is released, so an older sum can come last; expected verdict: wrong
import LessonKit
import Synchronization

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let total = Total()
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask {
        let sum = total.add(board.primes(in: part))
        board.count = sum
      }
    }
  }
}

private final class Total: Sendable {
  private let value = Mutex(0)

  func add(_ number: Int) -> Int {
    value.withLock { value in
      value += number
      return value
    }
  }
}
