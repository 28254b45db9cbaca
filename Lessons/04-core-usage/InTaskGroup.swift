import Platform

/// A task group on Swift's own pool, which has a thread for each core.
struct InTaskGroup: Technique {
  let name = "task group on Swift's pool"

  // [01:19] Concurrent code: each piece becomes a child task, and the pool spreads them over all cores.
  func primes(of job: some Job, workers: Int) throws -> Int {
    try onSwiftsPool {
      await withTaskGroup(of: Int.self) { group in
        var primes = 0
        for (index, piece) in job.pieces.enumerated() {
          // No more children at once than may compute at once: one has to end before the next begins.
          if index >= workers { primes += await group.next() ?? 0 }
          group.addTask { job.primes(in: piece) }
        }
        for await found in group { primes += found }
        return primes
      }
    }
  }

  /// A child task that waits gives its thread back too, so it does not matter how few threads the pool has.
  func wait(for answers: Answers, workers: Int) throws {
    try onSwiftsPool {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<answers.count {
          group.addTask { try await Task.sleep(for: answers.each) }
        }
        try await group.waitForAll()
      }
    }
  }
}
