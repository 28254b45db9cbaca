import Foundation
import LessonKit
import Platform
import Processes
import Report

/// Something that is measured in a process of its own, so that nothing that was measured before colours the figures.
///
/// The process is the lesson's own executable, started again with an option that the help does not list.
enum IsolatedMeasurement: Sendable, Hashable {
  /// So many requests that wait at once.
  case crowd(Crowd.Kind, count: Int, milliseconds: Int)
  /// Two that take turns.
  case turns(Turns.Kind)
  /// How many threads Swift's own pool has.
  case poolWidth

  private static let option = "--measure-apart"
  /// How long a measurement may take before it is ended, in seconds.
  static let limit = 20

  /// Reads what ``words`` wrote; `nil` for any other command line.
  init?(words: some Collection<String>) {
    let words = Array(words)
    guard words.first == Self.option else { return nil }
    if words.count == 4, let kind = Crowd.Kind(rawValue: words[1]), let count = Int(words[2]), count > 0,
      let milliseconds = Int(words[3])
    {
      self = .crowd(kind, count: count, milliseconds: milliseconds)
    } else if words.count == 2, let kind = Turns.Kind(rawValue: words[1]) {
      self = .turns(kind)
    } else if words.count == 2, words[1] == "pool-width" {
      self = .poolWidth
    } else {
      return nil
    }
  }

  /// The command line that asks for the measurement.
  var words: [String] {
    switch self {
    case .crowd(let kind, let count, let milliseconds):
      [Self.option, kind.rawValue, String(count), String(milliseconds)]
    case .turns(let kind): [Self.option, kind.rawValue]
    case .poolWidth: [Self.option, "pool-width"]
    }
  }

  /// Measures here and prints the outcome to standard output, as JSON. Ends the process when its time is up.
  func runAndPrint() {
    alarm(UInt32(Self.limit))
    do {
      StandardOutput.write(String(decoding: try run(), as: UTF8.self) + "\n")
    } catch {
      StandardOutput.writeError("threads-vs-async: a measurement failed: \(error)\n")
      exit(ExitStatus.failed.rawValue)
    }
  }

  private func run() throws -> Data {
    let encoder = JSONEncoder()
    return switch self {
    case .crowd(.tasks, let count, let milliseconds):
      try encoder.encode(Crowd.tasks(count, waiting: .milliseconds(milliseconds)))
    case .crowd(.threads, let count, let milliseconds):
      try encoder.encode(Crowd.threads(count, waiting: .milliseconds(milliseconds)))
    case .turns(let kind): try encoder.encode(Turns.measure(kind))
    case .poolWidth: try encoder.encode(PoolWidth.measure())
    }
  }

  /// Measures in a process of its own.
  ///
  /// - Throws: a ``Failure`` that says why there is no outcome.
  func inChild<Outcome: Decodable>(_ type: Outcome.Type = Outcome.self) throws(Failure) -> Outcome {
    let name = Syllabus.threadsVersusAsync.id
    guard let executable = BuiltProgram.path(name) else { throw .notFound(name) }
    let output = try Self.output(of: executable, words, seconds: Self.limit)
    do {
      return try JSONDecoder().decode(type, from: Data(output.utf8))
    } catch {
      throw .unreadable
    }
  }
}
