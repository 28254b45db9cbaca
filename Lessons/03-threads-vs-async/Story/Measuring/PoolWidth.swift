import Dispatch
import Foundation
import Synchronization

/// How many threads Swift's own pool has: the number of tasks that can block it before nothing runs any more.
struct PoolWidth: Sendable, Codable {
  var threads: Int

  /// Blocks one task after another until no further one begins.
  static func measure() -> PoolWidth {
    let tasks = 4 * ProcessInfo.processInfo.activeProcessorCount + 16
    let begun = Count()
    let release = DispatchSemaphore(value: 0)
    for _ in 1...tasks {
      Task.detached {
        begun.add()
        Self.hold(until: release)
      }
    }
    var last = 0
    var unchanged = 0
    while unchanged < 40 {
      usleep(2000)
      let now = begun.value
      unchanged = now == last && now > 0 ? unchanged + 1 : 0
      last = now
    }
    for _ in 1...tasks { release.signal() }
    return PoolWidth(threads: last)
  }

  /// What one must never do in a task, for once on purpose.
  private static func hold(until semaphore: DispatchSemaphore) { semaphore.wait() }
}

/// A number that tasks count up.
private final class Count: Sendable {
  private let number = Atomic(0)

  var value: Int { number.load(ordering: .relaxed) }

  func add() { number.add(1, ordering: .relaxed) }
}
