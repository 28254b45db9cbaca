import Foundation
package import Platform

/// A task of this program that runs in a process of its own. It ends with this object at the latest.
package final class HelperProcess<Answer: Decodable> {
  private let process: ChildProcess
  private let gate: InputPipe

  init(_ program: Program, gate: InputPipe?) throws(HelperFailure) {
    do throws(SystemError) {
      self.gate = if let gate { gate } else { try InputPipe() }
      process = try program.start(input: self.gate)
    } catch {
      throw .notStarted(error)
    }
  }

  /// Waits for the first line that the task says; `nil` if it ends without.
  package func firstLine() -> String? { process.firstLine() }

  /// Where the task can be reached, as soon as it serves: the port that it says first.
  package var port: UInt16 {
    get throws(HelperFailure) {
      if let port = firstLine().flatMap({ UInt16($0) }) { return port }
      try end()
      throw .unreadable
    }
  }

  /// Lets the task go on that waits for it, and whatever else waits at the same gate.
  package func open() { gate.end() }

  /// Waits for the answer, and no longer: the process may take a moment more until it has ended.
  ///
  /// - Throws: a ``HelperFailure`` if it ends without one.
  package func answer() throws(HelperFailure) -> Answer {
    let last = process.waitForOutput().split(separator: "\n").last ?? ""
    if let answer = try? JSONDecoder().decode(Answer.self, from: Data(last.utf8)) { return answer }
    try end()
    throw .unreadable
  }

  /// Waits until the process has ended. What it wrote to standard error is passed on.
  ///
  /// - Throws: a ``HelperFailure`` if it did not end in good order.
  package func end() throws(HelperFailure) {
    let outcome = process.waitUntilEnd()
    guard outcome.isSuccess else { throw .ended(outcome.end, errors: outcome.errors) }
    StandardOutput.writeError(outcome.errors)
  }
}

/// Why a process has no answer.
package enum HelperFailure: Error, Hashable, CustomStringConvertible {
  /// The program is not where it was built.
  case notFound(String)
  /// The system could not start it, and says why.
  case notStarted(SystemError)
  /// It did not end in good order; with what it wrote to standard error.
  case ended(ChildProcess.End, errors: String)
  /// What it printed is no answer.
  case unreadable

  /// What is wrong, as a sentence without its full stop.
  package var description: String {
    switch self {
    case .notFound(let name):
      "the program \(name), which has to be started a second time, is not where it was built"
    case .notStarted(let reason): "the system could not start another process (\(reason))"
    case .ended(let end, let errors):
      "another process \(end)" + (errors.isEmpty ? "" : ": \(errors.trimmingCharacters(in: .newlines))")
    case .unreadable: "another process printed something else than its answer"
    }
  }
}
