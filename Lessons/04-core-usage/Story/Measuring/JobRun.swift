import Measurement
import Platform

/// A job done once by one technique: what came out, and what it took.
struct JobRun: Sendable, Hashable {
  /// The primes that were counted.
  var result: Int
  var usage: Utilization
}

extension Technique {
  /// Has a job done, and watches each of its pieces.
  func run(_ job: some Job, workers: Int) throws -> JobRun {
    try JobRun.measure(job) { try primes(of: $0, workers: workers) }
  }
}

extension JobRun {
  /// Watches each piece of a job while something does it.
  static func measure<Watched: Job>(_ job: Watched, _ count: (MeteredJob<Watched>) throws -> Int) rethrows
    -> JobRun
  {
    let meter = Meter()
    let cores = AvailableCores.current.numbers
    let before = MachineLoad.now(cores: cores)
    let result = try count(MeteredJob(job: job, meter: meter))
    let stolen = before.flatMap { before in MachineLoad.now(cores: cores).map { $0.stolen - before.stolen } }
    return JobRun(result: result, usage: Utilization(samples: meter.samples, stolen: stolen ?? .zero))
  }
}

/// A job that is watched.
protocol Metered: Job {
  var meter: Meter { get }
}

/// The same job, with a watch on each of its pieces.
struct MeteredJob<Watched: Job>: Metered {
  var job: Watched
  let meter: Meter

  var pieces: [Range<Int>] {
    get { job.pieces }
    set { job.pieces = newValue }
  }

  func primes(in piece: Range<Int>) -> Int {
    let (primes, sample) = CoreSample.take { job.primes(in: piece) }
    meter.add([sample])
    return primes
  }
}

/// Collects samples, from whichever thread took them.
final class Meter: Sendable {
  private let taken = Guarded<[CoreSample]>([])

  func add(_ samples: [CoreSample]) { taken.withLock { $0 += samples } }

  var samples: [CoreSample] { taken.withLock { $0 } }
}
