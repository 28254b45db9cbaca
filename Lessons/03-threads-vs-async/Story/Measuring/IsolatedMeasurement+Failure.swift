import EventLoop
import LessonKit
import Platform
import Processes

extension IsolatedMeasurement {
  /// Why a process that measures has nothing to say.
  enum Failure: Error, Hashable, CustomStringConvertible {
    /// There is no such executable.
    case notFound(String)
    /// The system could not start it, and says why.
    case notStarted(SystemError)
    /// It did not come to its end within so many seconds.
    case ended(ChildProcess.End, seconds: Int)
    /// What it printed is not what it should have printed.
    case unreadable

    /// What is wrong, as the end of a sentence.
    var description: String {
      switch self {
      case .notFound(let name): "the executable \(name) is not where the lesson was built"
      case .notStarted(let reason): "the system could not start another process (\(reason))"
      case .ended(.exited(let status), _): "the process that measured it ended with status \(status)"
      case .ended(.signalled(let signal), _): "the process that measured it was ended by signal \(signal)"
      case .ended(_, let seconds): "the process that measured it was not done in \(seconds) s"
      case .unreadable: "the process that measured it printed something else than figures"
      }
    }
  }

  /// Runs a program and returns all that it prints; what it has to complain of is passed on.
  static func output(of path: String, _ words: [String], seconds: Int) throws(Failure) -> String {
    let outcome: ChildProcess.Outcome
    do { outcome = try Processes.Program(path, words, timeLimit: .seconds(seconds)).run() } catch {
      throw .notStarted(error)
    }
    StandardOutput.writeError(outcome.errors)
    guard outcome.isSuccess else { throw .ended(outcome.end, seconds: seconds) }
    return outcome.output
  }
}
