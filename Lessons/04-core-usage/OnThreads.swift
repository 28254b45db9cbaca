import EventLoop
import Platform
import Synchronization

/// Threads of the operating system: as many as may compute at the same time, or one for each wait.
struct OnThreads: Technique {
  let name = "threads"

  // [00:54] [00:56] [00:57] In Swift each thread gets a core of its own, while there are any. Python's lock lets one at a time run.
  func primes(of job: some Job, workers: Int) throws -> Int {
    let queue = PieceQueue(job.pieces)
    let threads = (0..<workers).map { _ in
      EventLoop().startThread { _ in
        var primes = 0
        while let piece = queue.next() { primes += job.primes(in: piece) }
        return primes
      }
    }
    return try threads.reduce(0) { $0 + (try $1.join()) }
  }

  // [00:57] A thread that waits needs no core and holds no lock. So with waiting, threads help in Python too.
  func wait(for answers: Answers, workers: Int) throws {
    let threads = (0..<answers.count).map { _ in
      EventLoop().startThread { loop in loop.block(for: answers.each) }
    }
    for thread in threads { try thread.join() }
  }
}

// [01:05] [01:10] All that the threads share is the number of the next piece. Code in C that lets go of Python's lock is like that.
final class PieceQueue: Sendable {
  private let pieces: [Range<Int>]
  private let taken = Atomic<Int>(0)

  init(_ pieces: [Range<Int>]) {
    self.pieces = pieces
  }

  func next() -> Range<Int>? {
    let index = taken.add(1, ordering: .relaxed).oldValue
    return index < pieces.count ? pieces[index] : nil
  }
}
