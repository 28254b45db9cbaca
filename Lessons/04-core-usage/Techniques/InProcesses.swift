import LessonKit
import Measurement
import Processes

/// Worker processes: the lesson's own program, started several times more.
struct InProcesses: Technique {
  let name = "worker processes"

  // [01:04] Each worker is a program of its own, with memory of its own: no lock of one can hold up another.
  func compute(_ job: PrimeJob, workers: Int) throws -> Run {
    try run(workers: workers) { index in .compute(job, every: workers, from: index) }
  }

  func wait(_ job: WaitingJob, workers: Int) throws -> Run {
    try run(workers: workers) { index in
      .wait(waits: (0..<job.waits).count { $0 % workers == index }, each: job.each)
    }
  }

  /// Starts the workers, lets all of them go at the same moment, and adds up what they found.
  ///
  /// The time that processes take to start is left out: a program that means to use them keeps them.
  private func run(workers: Int, _ share: (Int) -> Worker.Share) throws -> Run {
    let gate = try InputPipe()
    let processes = try (0..<workers).map { try Worker.process.start(share($0), behind: gate) }
    for process in processes where process.firstLine() == nil { try process.end() }
    let run = try Run.measure { meter in
      gate.end()
      return try processes.enumerated().reduce(0) { sum, process in
        let answer = try process.element.answer()
        answer.samples(of: process.offset, since: meter.origin).forEach(meter.add)
        return sum + answer.result
      }
    }
    for process in processes { try process.end() }
    return run
  }
}
