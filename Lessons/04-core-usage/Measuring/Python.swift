import Foundation
import LessonKit
import Processes

/// The Python on this machine, and the lesson's programs for it.
struct Python {
  /// What one of the programs measured.
  struct Timing: Decodable, Hashable {
    var result: Int
    var seconds: Double
    var cpu: Double
    var version: String
    /// Whether this Python has its global interpreter lock.
    var lock: Bool
  }

  /// Why Python could not be asked; a sentence without its full stop.
  struct Unavailable: Error, Hashable {
    var reason: String
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

  /// Runs one of the lesson's programs.
  ///
  /// - Returns: what it measured, in the order in which it says it; never empty.
  func run(_ program: String, limit: Int, workers: Int) throws(Unavailable) -> [Timing] {
    let script = Self.folder.appending(path: "\(program).py")
    guard FileManager.default.fileExists(atPath: script.path) else {
      throw Unavailable(
        reason:
          "the program \(program).py is not where it was when the lesson was built, in \(Self.folder.path)")
    }
    let words = ["-B", script.path, String(limit), String(workers)]
    let outcome: ChildProcess.Outcome
    do { outcome = try Program(try executable(), words, timeLimit: timeLimit).run() } catch {
      throw (error as? Unavailable)
        ?? Unavailable(
          reason: "\(program).py could not be started: \(error)")
    }
    if let complaint = outcome.complaint(limit: timeLimit) {
      throw Unavailable(reason: "\(program).py \(complaint)")
    }
    do {
      let lines = outcome.output.split(separator: "\n")
      let timings = try lines.map { try JSONDecoder().decode(Timing.self, from: Data($0.utf8)) }
      if !timings.isEmpty { return timings }
    } catch {
      throw Unavailable(reason: "\(program).py printed something else than a measurement: \(error)")
    }
    throw Unavailable(reason: "\(program).py printed nothing")
  }

  private func executable() throws(Unavailable) -> String {
    if let chosen {
      guard FileManager.default.isExecutableFile(atPath: chosen) else {
        throw Unavailable(reason: "there is no program at \(chosen), which --python names")
      }
      return chosen
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let candidates = path.split(separator: ":").map {
      URL(fileURLWithPath: String($0)).appending(path: "python3")
    }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else {
      throw Unavailable(
        reason:
          "there is no python3 on this machine. Install it (apt install python3, brew install python3, or from "
          + "python.org), or name one with --python, and run the lesson again")
    }
    return found.path
  }

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Python")
  }
}

extension ChildProcess.Outcome {
  /// What is wrong with a program's end, as the end of a sentence that begins with its name; `nil` if nothing is.
  fileprivate func complaint(limit: Duration) -> String? {
    switch end {
    case .exited(0): nil
    case .exited(let status):
      "ended with status \(status)\(errors.split(separator: "\n").last.map { ": \($0)" } ?? "")"
    case .signalled(let signal): "was ended by signal \(signal)"
    case .timedOut, .flooded, .interrupted:
      "was not done after \(limit.components.seconds) s and was ended"
    }
  }
}
