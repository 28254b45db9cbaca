import Dispatch
import EventLoop
import Foundation
import LessonKit
import Measurement
import Report

/// What the lesson's program does where it is started as a worker: it waits for the signal to begin, does its share of a job,
/// prints what it found and ends.
enum Worker {
  /// The option that only the lesson itself uses, and that no help lists.
  static let option = "--worker"

  static func run(_ words: [String]) -> Never {
    print("ready")
    fflush(nil)
    _ = FileHandle.standardInput.readDataToEndOfFile()
    let numbers = words.dropFirst().compactMap { Int($0) }
    switch (words.first, numbers.count) {
    case ("compute", 4):
      compute(PrimeJob(below: numbers[0], pieces: numbers[1]), every: numbers[3], from: numbers[2])
    case ("wait", 2):
      for _ in 0..<numbers[0] { EventLoop().block(for: .milliseconds(numbers[1])) }
      print("result \(numbers[0])")
    default:
      exit(ExitStatus.usage.rawValue)
    }
    fflush(nil)
    exit(ExitStatus.done.rawValue)
  }

  /// Pieces are dealt out like cards, so that every worker gets as many small numbers as large ones.
  private static func compute(_ job: PrimeJob, every step: Int, from first: Int) {
    let origin = DispatchTime.now()
    var result = 0
    for index in stride(from: first, to: job.pieces.count, by: step) {
      let (primes, sample) = CoreSample.take(worker: 0, since: origin) { job.primes(in: job.pieces[index]) }
      result += primes
      let instants = [sample.start, sample.end].map {
        Int($0 / .nanoseconds(1)) + Int(origin.uptimeNanoseconds)
      }
      print("piece \(sample.core ?? -1) \(instants[0]) \(instants[1]) \(Int(sample.cpu / .nanoseconds(1)))")
    }
    print("result \(result)")
  }

  /// What a worker printed.
  struct Report {
    var result = 0
    var samples: [CoreSample] = []

    /// Reads what a worker printed; `nil` if it did not come to its end.
    ///
    /// The clock is the machine's own, so that instants of several processes can be compared.
    init?(_ text: String, worker: Int, since origin: DispatchTime) {
      var isComplete = false
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        let numbers = words.dropFirst().compactMap { Int($0) }
        switch (words.first, numbers.count) {
        case ("piece", 4):
          let instants = numbers[1...2].map { Duration.nanoseconds($0 - Int(origin.uptimeNanoseconds)) }
          samples.append(
            CoreSample(
              worker: worker, core: numbers[0] < 0 ? nil : numbers[0], start: instants[0], end: instants[1],
              cpu: .nanoseconds(numbers[3])))
        case ("result", 1):
          result = numbers[0]
          isComplete = true
        default: break
        }
      }
      if !isComplete { return nil }
      // From the signal on the worker wanted a core, also while it had not yet been given one to begin with.
      if !samples.isEmpty { samples[0].start = .zero }
    }
  }
}
