// meant: locks the read and locks the write, each by itself, and lets the lock go in between; expected verdict: wrong
import LessonKit
import Synchronization

func tally(_ parts: [Range<Int>], on board: Board) async throws {
  let lock = Lock()
  await withTaskGroup(of: Void.self) { group in
    for part in parts {
      group.addTask {
        let found = board.primes(in: part)
        let before = lock.whileHeld { board.count }
        lock.whileHeld { board.count = before + found }
      }
    }
  }
}

private final class Lock: Sendable {
  private let mutex = Mutex(())

  func whileHeld<Value>(_ body: () -> Value) -> Value {
    mutex.withLock { _ in
      let value = body()
      return value
    }
  }
}
