import EventLoop
import Foundation
import Platform

/// Two that take turns, over and over: what does it cost to stop one and go on with the other?
final class TakingTurns: @unchecked Sendable {
  private let condition = NSCondition()
  private var turn = 0

  /// Two threads, one of them the caller's.
  func switchThreads(_ rounds: Int, on loop: EventLoop) throws {
    let other = loop.startThread { _ in self.play(1, rounds) }
    play(0, rounds)
    try other.join()
  }

  // [00:19] A thread that waits for its turn is taken off its core, and put
  // back when the other has signalled. That is a context switch, and each
  // takes the operating system some time.
  private func play(_ player: Int, _ rounds: Int) {
    for _ in 1...rounds {
      condition.lock()
      while turn != player { condition.wait() }
      turn = 1 - player
      condition.unlock()
      // The lock is free by now. Otherwise the thread that wakes up would
      // find it taken and sleep a second time.
      condition.signal()
    }
  }

  // [00:19] Two tasks that step back for each other with `yield`. The thread
  // that they share takes the other from a list and calls it. The operating
  // system does not notice.
  static func switchTasks(_ rounds: Int, on executor: any TaskExecutor) async {
    let players = (1...2).map { _ in
      Task(executorPreference: executor) {
        for _ in 1...rounds { await Task.yield() }
      }
    }
    for player in players { await player.value }
  }
}
