import Dispatch
import LessonKit
import Synchronization

/// A task group on Swift's own pool, which has a thread for each core.
struct InTaskGroup: Technique {
  let name = "task group on Swift's pool"

  // [01:14] [01:15] Concurrent code: a child task for each piece, and the pool spreads them over the cores.
  func compute(_ job: PrimeJob, workers: Int) throws -> Run {
    try Run.measure { meter in
      try onTheTaskPool {
        await withTaskGroup(of: Int.self) { group in
          var primes = 0
          for (index, piece) in job.pieces.enumerated() {
            // No more children at once than may compute at once: one has to end before the next begins.
            if index >= workers { primes += await group.next() ?? 0 }
            group.addTask { meter.piece { job.primes(in: piece) } }
          }
          for await found in group { primes += found }
          return primes
        }
      }
    }
  }

  func wait(_ job: WaitingJob, workers: Int) throws -> Run {
    try Run.measure { _ in
      try onTheTaskPool {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<job.waits {
            group.addTask { try await Task.sleep(for: job.each) }
          }
          try await group.waitForAll()
          return job.waits
        }
      }
    }
  }
}

/// Runs asynchronous code on Swift's pool, and holds the calling thread until it is done.
///
/// Only where no task can be waiting for the calling thread: here it is the lesson's main thread, which runs no tasks.
func onTheTaskPool<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
  let outcome = Mutex<Result<Value, any Error>?>(nil)
  let ended = DispatchSemaphore(value: 0)
  Task.detached {
    let result: Result<Value, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    outcome.withLock { $0 = result }
    ended.signal()
  }
  ended.wait()
  return try outcome.withLock { $0! }.get()
}
