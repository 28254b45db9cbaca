import Foundation
import LessonKit
import Measurement

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
    guard let executable = Self.executable else { throw Missing() }
    let startingGun = Pipe()
    let children = try (0..<workers).map { index in
      try ChildProcess(
        executable, [Worker.option] + arguments(index), input: startingGun.fileHandleForReading)
    }
    for child in children where !child.waitForLine() {
      try child.finish()
      throw Missing()
    }
    let run = try Run.measure { meter in
      // Its end is the signal: the workers read their input, and all of them see at once that there is no more.
      try startingGun.fileHandleForWriting.close()
      return try children.enumerated().reduce(0) { sum, child in
        let report = Worker.Report(child.element.readToEnd(), worker: child.offset, since: meter.origin)
        guard let report else { throw Missing() }
        report.samples.forEach(meter.add)
        return sum + report.result
      }
    }
    for child in children { try child.finish() }
    return run
  }

  /// Thrown where the lesson's own program is not there to be started again.
  struct Missing: Error {}

  /// The lesson's own program: this one, or the one beside it where the lesson runs inside of a test.
  static var executable: URL? {
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let name = CoreUsage.entry.id
    let folders = [own, Bundle(for: Marker.self).bundleURL].map { $0.deletingLastPathComponent() }
    let candidates = own.lastPathComponent == name ? [own] : folders.map { $0.appending(path: name) }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  private final class Marker {}
}
