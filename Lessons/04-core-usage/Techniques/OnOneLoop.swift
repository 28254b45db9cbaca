import EventLoop

/// A task for each piece, all of them on one event loop, and so on one thread.
struct OnOneLoop: Technique {
  let name = "tasks on one event loop"

  // [01:00] [01:02] Any number of tasks, one thread: where nobody waits there is nobody to make room for.
  func compute(_ job: PrimeJob, workers: Int) throws -> Run {
    let loop = EventLoop()
    return try Run.measure { meter in
      try loop.run {
        let tasks = job.pieces.map { piece in
          Task(executorPreference: loop) { meter.piece { job.primes(in: piece) } }
        }
        var primes = 0
        for task in tasks { primes += await task.value }
        return primes
      }
    }
  }

  func wait(_ job: WaitingJob, workers: Int) throws -> Run {
    let loop = EventLoop()
    return try Run.measure { _ in
      try loop.run {
        let tasks = (0..<job.waits).map { _ in
          Task(executorPreference: loop) { try await loop.sleep(for: job.each) }
        }
        for task in tasks { try await task.value }
        return job.waits
      }
    }
  }
}
