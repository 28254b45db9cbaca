/// What sets an end to the gain: the part of a program that one worker has to do alone.
///
/// Source: G. M. Amdahl, *Validity of the single processor approach to achieving large scale computing capabilities*, 1967.
enum Amdahl {
  // [01:14] [01:15] A single thread never has more than one core. Only the share that is spread gets faster.
  static func speedUp(parallelShare: Double, cores: Int) -> Double {
    1 / ((1 - parallelShare) + parallelShare / Double(cores))
  }

  // [01:17] However many cores there are, the rest takes as long as ever: 80 % spread is 5 times as fast at the very most.
  static func limit(parallelShare: Double) -> Double { 1 / (1 - parallelShare) }

  // [01:14] [01:19] Such a program: one thread does its share of the pieces alone, then a task group spreads the others.
  static func primes(of job: some Job, parallelShare: Double, cores: Int) throws -> Int {
    let (alone, spread) = split(job, parallelShare)
    return OnOneThread().primes(of: alone) + (try InTaskGroup().primes(of: spread, workers: cores))
  }

  /// The job in two; what is spread is taken evenly from all of its pieces, which take about equally long.
  static func split<Whole: Job>(_ job: Whole, _ share: Double) -> (alone: Whole, spread: Whole) {
    var (alone, spread) = (job, job)
    func spreadUpTo(_ index: Int) -> Double { (Double(index) * share).rounded() }
    let isSpread = job.pieces.indices.map { spreadUpTo($0 + 1) > spreadUpTo($0) }
    alone.pieces = zip(job.pieces, isSpread).filter { !$1 }.map(\.0)
    spread.pieces = zip(job.pieces, isSpread).filter { $1 }.map(\.0)
    return (alone, spread)
  }
}
