import LessonKit
import Measurement
import Processes
import Report

/// Worker processes: the lesson's own program, started several times more.
struct InProcesses: Technique {
  let name = "worker processes"

  // [01:04] Each worker is a program of its own, with memory of its own: no lock of one can hold up another.
  func compute(_ job: PrimeJob, workers: Int) throws -> Run {
    try run(workers: workers) { index in
      ["compute", String(job.limit), String(job.pieces.count), String(index), String(workers)]
    }
  }

  func wait(_ job: WaitingJob, workers: Int) throws -> Run {
    let each = Int(job.each / .milliseconds(1))
    return try run(workers: workers) { index in
      let count = (0..<job.waits).count { $0 % workers == index }
      return ["wait", String(count), String(each)]
    }
  }

  /// Starts the workers, lets all of them go at the same moment, and adds up what they found.
  ///
  /// The time that processes take to start is left out: a program that means to use them keeps them.
  private func run(workers: Int, _ arguments: (Int) -> [String]) throws -> Run {
    guard let executable = BuiltProgram.path(CoreUsage.entry.id) else {
      throw Failure(description: "the lesson's own program is not where it was built, to be started again")
    }
    let startingGun = try InputPipe()
    let children = try (0..<workers).map { index in
      try Program(executable, [Worker.option] + arguments(index), timeLimit: Self.limit).start(
        input: startingGun)
    }
    for (index, child) in children.enumerated() where !child.waitForLine() {
      throw Failure(of: child.waitUntilEnd(), worker: index)
    }
    let run = try Run.measure { meter in
      startingGun.end()
      return try children.enumerated().reduce(0) { sum, child in
        let text = child.element.waitForOutput()
        guard let report = Worker.Report(text, worker: child.offset, since: meter.origin) else {
          throw Failure(of: child.element.waitUntilEnd(), worker: child.offset)
        }
        report.samples.forEach(meter.add)
        return sum + report.result
      }
    }
    for (index, child) in children.enumerated() {
      let outcome = child.waitUntilEnd()
      guard outcome.isSuccess else { throw Failure(of: outcome, worker: index) }
    }
    return run
  }

  /// How long the workers may take.
  private static let limit = Duration.seconds(20)

  /// Why there is no run, as a sentence without its full stop.
  struct Failure: Error, Hashable, CustomStringConvertible {
    var description: String
  }
}

extension InProcesses.Failure {
  fileprivate init(of outcome: ChildProcess.Outcome, worker: Int) {
    let end =
      switch outcome.end {
      case .exited(let status): "ended with status \(status)"
      case .signalled(let signal): "was ended by signal \(signal)"
      case .timedOut, .flooded, .interrupted: "was not done in time, and was ended"
      }
    description = "worker \(worker + 1) \(end)\(outcome.errors.isEmpty ? "" : ": \(outcome.errors)")"
  }
}
