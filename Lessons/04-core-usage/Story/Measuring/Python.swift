import Foundation
import LessonKit
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
  typealias Unavailable = Interpreter.Unavailable

  let interpreter: Interpreter

  /// Runs one of the lesson's programs, on a job that counts the primes below a limit.
  func run(_ program: String, limit: Int, workers: Int) throws(Unavailable) -> Answer {
    let output = try interpreter.run(
      CoreUsage.folder.appending(path: "Python/measuring.py"), [program, String(limit), String(workers)],
      called: "\(program).py")
    guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(output.utf8)) else {
      throw Unavailable(
        description: output.isEmpty
          ? "\(program).py printed nothing" : "\(program).py printed something else than a measurement")
    }
    return answer
  }
}
