import Foundation
import Platform

/// Four threads that run tasks, also where the machine has fewer cores: what goes wrong on a larger one goes wrong here, too.
final class TallyCores: TaskExecutor, @unchecked Sendable {
  /// How many threads there are.
  static let count = 4

  private static let threads = Guarded<Set<UInt64>>([])
  /// Whether the calling thread is one of these; a task that has left them runs on one of the machine's.
  static var haveThisThread: Bool { threads.withLock { $0.contains(ThreadIdentity.current) } }

  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []
  private var isOver = false

  init() throws(SystemError) {
    for _ in 0..<Self.count { try SystemThread.detached { self.work() } }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.withLock {
      jobs.append(job)
      condition.signal()
    }
  }

  /// Lets the threads end as soon as there is nothing left to do.
  func end() {
    condition.withLock {
      isOver = true
      condition.broadcast()
    }
  }

  private func work() {
    let thread = ThreadIdentity.current
    Self.threads.withLock { _ = $0.insert(thread) }
    defer { Self.threads.withLock { _ = $0.remove(thread) } }
    while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  private func next() -> UnownedJob? {
    condition.withLock {
      while jobs.isEmpty, !isOver { condition.wait() }
      return jobs.isEmpty ? nil : jobs.removeFirst()
    }
  }
}
