import EventLoop
import Foundation
import Platform

/// Two that take turns, over and over: what does it cost to stop one and go on with the other?
final class TakingTurns: @unchecked Sendable {
  private let condition = NSCondition()
  private var turn = 0

  // [00:19] Two threads. The one that waits is taken off its core, and put back when the other has signalled: a context
  // switch, each time, and each time the operating system has to decide who runs.
  func switchThreads(_ rounds: Int, on loop: EventLoop) throws {
    let other = loop.startThread { _ in self.play(1, rounds) }
    play(0, rounds)
    try other.join()
  }

  private func play(_ player: Int, _ rounds: Int) {
    for _ in 1...rounds {
      condition.lock()
      while turn != player { condition.wait() }
      turn = 1 - player
      condition.unlock()
      // Not before the lock is free: the thread that wakes up needs it, and would have to sleep a second time.
      condition.signal()
    }
  }

  // [00:19] Two tasks. Each steps back with `yield`, and the thread that they share runs the other: it takes one from a list
  // and calls it. The operating system does not notice.
  static func switchTasks(_ rounds: Int, on executor: any TaskExecutor) async {
    let players = (1...2).map { _ in
      Task(executorPreference: executor) {
        for _ in 1...rounds { await Task.yield() }
      }
    }
    for player in players { await player.value }
  }
}
