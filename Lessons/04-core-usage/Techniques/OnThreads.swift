import EventLoop
import LessonKit
import Platform

/// Threads of the operating system: as many as may compute at once, or one for each wait.
struct OnThreads: Technique {
  let name = "threads"

  // [00:54] [00:56] The operating system puts each thread on a core of its own, where there is one.
  func compute(_ job: PrimeJob, workers: Int) throws -> Run {
    let queue = PieceQueue(job)
    return try Run.measure { meter in
      let threads = (0..<workers).map { _ in
        JoinableThread {
          var primes = 0
          while let piece = queue.next() { primes += meter.piece { job.primes(in: piece) } }
          return primes
        }
      }
      return try threads.reduce(0) { $0 + (try $1.join()) }
    }
  }

  func wait(_ job: WaitingJob, workers: Int) throws -> Run {
    let loop = EventLoop()
    return try Run.measure { _ in
      let threads = (0..<job.waits).map { _ in JoinableThread { loop.block(for: job.each) } }
      for thread in threads { try thread.join() }
      return job.waits
    }
  }
}
