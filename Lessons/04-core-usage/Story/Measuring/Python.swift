import Foundation
import Measurement
import Platform
import Processes

/// The Python on this machine, and the lesson's programs for it, in the folder `Python`.
struct Python {
  /// What one of the programs found out.
  struct Answer: Decodable {
    var version: String
    /// Whether this Python has its global interpreter lock.
    var lock: Bool
    /// The primes that were counted.
    var result: Int
    /// Of each piece: worker, beginning, end, time on a core, time without one.
    private var samples: [[Double?]]
    /// How long it took to wait for all answers, in seconds.
    var waiting: Double?

    var usage: Utilization {
      Utilization(
        samples: samples.filter { $0.count == 5 }.map { sample in
          func seconds(_ index: Int) -> Duration { .seconds(sample[index] ?? 0) }
          return CoreSample(
            worker: Int(sample[0] ?? 0), start: seconds(1), end: seconds(2), cpu: seconds(3),
            withoutCore: sample[4].map { .seconds($0) })
        })
    }
  }

  /// Why Python could not be asked.
  struct Unavailable: Error, Hashable, CustomStringConvertible {
    /// A sentence without its full stop.
    var description: String
  }

  private let chosen: String?

  /// How long one program may take.
  private let timeLimit: Duration

  /// - Parameters:
  ///   - path: the Python to use; `nil` for the `python3` that the shell would find.
  ///   - timeLimit: how long one program may take.
  init(_ path: String?, timeLimit: Duration = .seconds(20)) {
    chosen = path
    self.timeLimit = timeLimit
  }

  /// Runs one of the lesson's programs, on a job that counts the primes below a limit.
  func run(_ program: String, limit: Int, workers: Int) throws(Unavailable) -> Answer {
    let path = try executable()
    let script = Self.folder.appending(path: "measuring.py").path
    let outcome: ChildProcess.Outcome
    do throws(SystemError) {
      let words = ["-B", script, program, String(limit), String(workers)]
      outcome = try Program(path, words, timeLimit: timeLimit).run()
    } catch {
      throw Unavailable(description: "Python could not be started (\(error))")
    }
    guard outcome.isSuccess else {
      let last = outcome.errors.split(separator: "\n").last.map { ": \($0)" } ?? ""
      throw Unavailable(description: "\(program).py \(outcome.end)\(last)")
    }
    guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)) else {
      throw Unavailable(
        description: outcome.output.isEmpty
          ? "\(program).py printed nothing" : "\(program).py printed something else than a measurement")
    }
    return answer
  }

  private func executable() throws(Unavailable) -> String {
    func isThere(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
    if let chosen {
      guard isThere(chosen) else {
        throw Unavailable(description: "there is no program at \(chosen), which --python names")
      }
      return chosen
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    guard let found = path.split(separator: ":").map({ "\($0)/python3" }).first(where: isThere) else {
      throw Unavailable(
        description:
          "there is no python3 on this machine. Install it (apt install python3, brew install python3, or from "
          + "python.org), or name one with --python, and run the lesson again")
    }
    return found
  }

  private static var folder: URL {
    var folder = URL(filePath: #filePath)
    for _ in 1...3 { folder.deleteLastPathComponent() }
    return folder.appending(path: "Python")
  }
}
