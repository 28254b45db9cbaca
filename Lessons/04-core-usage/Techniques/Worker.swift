import Dispatch
import EventLoop
import Measurement
import Processes
import Report

/// A process that does its share of a job: it says that it is ready, waits for the signal to begin, and answers with what it found.
enum Worker {
  /// A worker's share of a job.
  enum Share: Codable, Sendable {
    /// Every so many pieces one: like cards, so that every worker gets as many small numbers as large ones.
    case compute(PrimeJob, every: Int, from: Int)
    case wait(waits: Int, each: Duration)
  }

  /// What a worker found, with samples that count from its own beginning.
  struct Answer: Codable, Sendable {
    var result = 0
    /// When it began, by the machine's own clock, which all processes share; in nanoseconds.
    var began: UInt64
    var samples: [CoreSample] = []
  }

  static let process = Helper("worker", of: CoreUsage.entry.id) { (share: Share, caller) in
    caller.say("ready")
    caller.waitUntilOpened()
    let origin = DispatchTime.now()
    var answer = Answer(began: origin.uptimeNanoseconds)
    switch share {
    case .compute(let job, let step, let first):
      for index in stride(from: first, to: job.pieces.count, by: step) {
        let (primes, sample) = CoreSample.take(worker: 0, since: origin) { job.primes(in: job.pieces[index]) }
        answer.result += primes
        answer.samples.append(sample)
      }
    case .wait(let waits, let each):
      for _ in 0..<waits { EventLoop().block(for: each) }
      answer.result = waits
    }
    return answer
  }
}

extension Worker.Answer {
  /// The samples as those of one of several workers, counted from when all were let go.
  func samples(of worker: Int, since origin: DispatchTime) -> [CoreSample] {
    let delay = Duration.nanoseconds(Int64(began) - Int64(origin.uptimeNanoseconds))
    return samples.enumerated().map { index, sample in
      // From the signal on the worker wanted a core, also while it had not yet been given one to begin with.
      CoreSample(
        worker: worker, core: sample.core, start: index == 0 ? .zero : sample.start + delay,
        end: sample.end + delay, cpu: sample.cpu)
    }
  }
}
