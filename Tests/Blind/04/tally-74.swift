// meant: Takes the lock only for writing, since reading changes nothing, so that two tasks read the same count and one of their additions is lost, seen when two parts end at about the same time; expected verdict: wrong

import LessonKit
import Synchronization

private final class WriteLock: Sendable {
  let mutex = Mutex(())
}

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let lock = WriteLock()
  await withDiscardingTaskGroup { group in
    for part in parts {
      group.addTask {
        let found = board.primes(in: part)
        let soFar = board.count
        lock.mutex.withLock { _ in board.count = soFar + found }
      }
    }
  }
}
