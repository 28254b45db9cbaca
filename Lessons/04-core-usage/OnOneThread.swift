import EventLoop

/// One thing after another, on the thread that is there anyway.
struct OnOneThread: Technique {
  let name = "one thread"

  // [00:46] A thread runs on one core at a time. Whatever the machine has besides, this is all that gets used.
  func primes(of job: some Job, workers: Int = 1) -> Int {
    job.pieces.reduce(0) { $0 + job.primes(in: $1) }
  }

  // [00:44] [00:50] [00:53] One core of twelve is 8.33 % of the machine; the other eleven are idle.
  static func shareOfMachine(cores: Int) -> Double { 1 / Double(cores) }

  /// The thread is held while it waits, and it computes nothing meanwhile.
  func wait(for answers: Answers, workers: Int = 1) {
    let loop = EventLoop()
    for _ in 0..<answers.count { loop.block(for: answers.each) }
  }
}
