// meant: the lock is there for the write alone: the read stands before it; expected verdict: wrong

import LessonKit
import Synchronization

private final class Pen: Sendable {
  private let lock = Mutex(())

  func write(_ body: () -> Void) { lock.withLock { _ in body() } }
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let pen = Pen()
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask {
        let found = board.primes(in: part)
        let before = board.count
        pen.write { board.count = before + found }
      }
    }
  }
}
