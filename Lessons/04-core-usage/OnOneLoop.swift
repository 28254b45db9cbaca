import EventLoop

/// A task for each piece or each wait, all of them on one event loop, and so on one thread.
struct OnOneLoop: Technique {
  let name = "tasks on one event loop"

  // [01:00] [01:02] There may be many tasks; there is one thread. A task that computes never gives it back.
  static func primes(of job: some Job, on loop: EventLoop) async -> Int {
    let tasks = job.pieces.map { piece in
      Task(executorPreference: loop) { job.primes(in: piece) }
    }
    var primes = 0
    for task in tasks { primes += await task.value }
    return primes
  }

  // [01:21] [01:24] A task that waits gives the thread back. So one thread waits for all answers at the same time.
  static func wait(for answers: Answers, on loop: EventLoop) async throws {
    let tasks = (0..<answers.count).map { _ in
      Task(executorPreference: loop) { try await loop.sleep(for: answers.each) }
    }
    for task in tasks { try await task.value }
  }

  func primes(of job: some Job, workers: Int = 1) throws -> Int {
    let loop = EventLoop()
    return try loop.run { await Self.primes(of: job, on: loop) }
  }

  func wait(for answers: Answers, workers: Int = 1) throws {
    let loop = EventLoop()
    try loop.run { try await Self.wait(for: answers, on: loop) }
  }
}
