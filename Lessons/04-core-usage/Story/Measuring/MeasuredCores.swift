import Console
import Foundation
import LessonKit
import Measurement
import Platform

/// The cores that the lesson may use, and a job that keeps them busy for a while.
struct MeasuredCores {
  let cores: AvailableCores
  /// Counts primes for 150 ms a core, and for at least 300 ms; `nil` in virtual time, which has no cores.
  let job: PrimeJob?

  init(cores: AvailableCores, isExact: Bool) {
    self.cores = cores
    // On more cores a job has to be longer, so that no core is done before the last one has begun.
    let time = Duration.milliseconds(max(300, 150 * min(cores.count, 12)))
    job = isExact ? nil : .taking(time, pieces: max(96, 16 * cores.count))
  }

  var count: Int { cores.count }

  /// Why nothing can be found out about several cores here; `nil` where there are several.
  var obstacle: String? {
    count > 1
      ? nil
      : "This needs a second core, and the lesson may use one only: \(cores.explanation)."
  }

  /// Has a job done, and adds to the part's account how long it was kept from the cores.
  func run(_ technique: any Technique, _ job: PrimeJob, _ telling: Telling) throws -> JobRun {
    telling.progress("measuring: \(technique.name) …")
    let run = try technique.run(job, workers: count)
    telling.account(run)
    return run
  }
}

extension Telling {
  /// Adds a run with no more threads than cores to the part's account.
  func account(_ run: JobRun) {
    let lost = run.usage.withoutCore ?? .zero
    account(lost: lost, of: run.usage.cpu + lost)
  }
}

extension PrimeJob {
  /// A job that takes one core of this machine about as long as wanted.
  static func taking(_ duration: Duration, pieces: Int) -> PrimeJob {
    let (limit, trial) = (200_000, PrimeJob(below: 200_000, pieces: 1))
    let cpu = CoreSample.take { trial.primes(in: trial.pieces[0]) }.sample.cpu
    let factor = duration / max(cpu, .microseconds(1))
    return PrimeJob(below: Int(Double(limit) * pow(factor, 2.0 / 3)), pieces: pieces)
  }

  /// The numbers below this are counted.
  var limit: Int { pieces.last?.upperBound ?? 0 }
}

extension Utilization {
  /// How many cores were kept busy, for a sentence.
  var words: String { Self.words(coresKeptBusy) }

  /// Whether other programs had more than a twentieth of a core that was to be used.
  var isDisturbed: Bool { (coresLacking ?? 0) >= 0.05 }

  /// A sentence about what other programs took of them; nothing if that was next to nothing.
  var remark: String {
    guard let lacking = coresLacking, isDisturbed else { return "" }
    return " For \(Self.number(lacking)) of that the lesson was ready, but another program had the core."
  }

  /// A number of cores for a sentence, for example `1.96 cores`.
  static func words(_ cores: Double) -> String {
    let number = number(cores)
    return number == "1" ? "1 core" : "\(number) cores"
  }

  private static func number(_ cores: Double) -> String { NumberText.short((cores * 100).rounded() / 100) }
}
