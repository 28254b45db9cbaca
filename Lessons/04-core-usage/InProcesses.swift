/// Worker processes: this program, started several times more.
struct InProcesses: Technique {
  let name = "worker processes"

  // [01:04] Each worker is a program of its own, with memory of its own: no lock of one can hold up another.
  func primes(of job: some Job, workers: Int) throws -> Int {
    // Pieces are dealt out like cards, so that each worker gets small numbers as well as large ones.
    let hands = (0..<workers).map { first in
      stride(from: first, to: job.pieces.count, by: workers).map { job.pieces[$0] }
    }
    // What a worker is to do goes to it as text, and so does its answer come back: nothing is shared.
    return try Worker.primes(in: hands, of: job).reduce(0, +)
  }

  /// A worker waits for its answers one after another. A process for each of them would be far too many.
  func wait(for answers: Answers, workers: Int) throws {
    try Worker.wait(
      for: (0..<workers).map { worker in
        let count = (0..<answers.count).count { $0 % workers == worker }
        return Answers(count: count, each: answers.each)
      })
  }
}
