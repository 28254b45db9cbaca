import Foundation
import Platform

/// Four threads that run tasks, also where the machine has fewer cores: what goes wrong on a larger one goes wrong here, too.
final class TallyCores: TaskExecutor, @unchecked Sendable {
  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []
  private var isOver = false

  init() throws(SystemError) {
    for _ in 0..<4 { try SystemThread.detached { self.work() } }
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
    while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  private func next() -> UnownedJob? {
    condition.withLock {
      while jobs.isEmpty, !isOver { condition.wait() }
      return jobs.isEmpty ? nil : jobs.removeFirst()
    }
  }
}
