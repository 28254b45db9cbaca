import Console
import Dispatch
import Foundation
import Platform
import Processes

/// How many threads Swift's own pool has: the number of tasks that can block it before nothing runs any more.
enum PoolWidth {
  /// Measures it in a process of its own: this one's pool would stand still meanwhile.
  static func measured() throws(HelperFailure) -> Int {
    try process.answer(to: 4 * ProcessInfo.processInfo.activeProcessorCount + 16)
  }

  static let process = Helper("pool-width", of: ThreadsVersusAsync.entry.id) { (tasks: Int, _) in
    measure(tasks)
  }

  /// Blocks one task after another until no further one begins.
  private static func measure(_ tasks: Int) -> Int {
    let begun = Guarded(0)
    let release = DispatchSemaphore(value: 0)
    for _ in 1...tasks {
      Task.detached {
        begun.withLock { $0 += 1 }
        Self.hold(until: release)
      }
    }
    var last = 0
    var unchanged = 0
    while unchanged < 40 {
      usleep(2000)
      let now = begun.withLock { $0 }
      unchanged = now == last && now > 0 ? unchanged + 1 : 0
      last = now
    }
    for _ in 1...tasks { release.signal() }
    return last
  }

  /// What one must never do in a task, for once on purpose.
  private static func hold(until semaphore: DispatchSemaphore) { semaphore.wait() }
}
