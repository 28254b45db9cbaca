import EventLoop

/// One thing after another, on the thread that is there anyway.
struct InTurn: Technique {
  let name = "in turn, one thread"

  // [00:46] Single-threaded: one core computes, and the others look on.
  func compute(_ job: PrimeJob, workers: Int) throws -> Run {
    Run.measure { meter in
      job.pieces.reduce(0) { primes, piece in primes + meter.piece { job.primes(in: piece) } }
    }
  }

  func wait(_ job: WaitingJob, workers: Int) throws -> Run {
    let loop = EventLoop()
    return Run.measure { _ in
      for _ in 0..<job.waits { loop.block(for: job.each) }
      return job.waits
    }
  }
}
