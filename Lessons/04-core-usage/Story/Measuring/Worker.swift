import Console
import Measurement
import Processes

/// What this program does where it is started as a worker.
enum Worker {
  /// A worker's share of a job when it is done.
  struct Counted: Codable, Sendable {
    var primes: Int
    var samples: [CoreSample]
  }

  static let counting = Helper("count-primes", of: CoreUsage.entry.id) {
    (hand: [Range<Int>], caller) -> Counted in
    caller.waitForAll()
    let run = JobRun.measure(PrimeJob(pieces: hand)) { OnOneThread().primes(of: $0) }
    return Counted(primes: run.result, samples: run.usage.samples)
  }

  static let waiting = Helper("wait", of: CoreUsage.entry.id) { (answers: Answers, caller) -> Bool in
    caller.waitForAll()
    OnOneThread().wait(for: answers)
    return true
  }

  /// Counts primes, in a process for each hand of pieces.
  static func primes(in hands: [[Range<Int>]], of job: some Job) throws -> [Int] {
    let counted = try counting.answers(to: hands)
    if let meter = (job as? any Metered)?.meter { meter.add(counted.flatMap(\.samples)) }
    return counted.map(\.primes)
  }

  /// Waits for answers, in a process for each lot of them.
  static func wait(for lots: [Answers]) throws { _ = try waiting.answers(to: lots) }
}
