import Foundation
import LessonKit
import Processes
import TestSupport

/// The built launcher, run as a process.
enum Launched {
  /// Runs the launcher to its end.
  ///
  /// - Parameters:
  ///   - folder: where it is started.
  ///   - environment: what is added to an environment of its own, which has no home to write to.
  static func run(_ words: String..., in folder: URL, environment: [String: String] = [:]) throws
    -> Executable.Outcome
  {
    try run(words, in: folder, environment: environment)
  }

  /// Runs the launcher to its end.
  static func run(_ words: [String], in folder: URL, environment: [String: String] = [:]) throws
    -> Executable.Outcome
  {
    try Executable("lessons").run(words, environment: own(environment, folder), in: folder)
  }

  /// A launcher that is ready to be started, for a test that has to do with it while it runs.
  ///
  /// - Parameter terminal: the file of a terminal that it reads from and writes to; `nil` for pipes.
  static func program(
    _ words: [String], in folder: URL, environment: [String: String] = [:], at terminal: String? = nil
  ) throws -> Program {
    try Executable("lessons").program(words, environment: own(environment, folder), in: folder, at: terminal)
  }

  /// What a checkout has in `bin` goes first.
  private static func own(_ environment: [String: String], _ folder: URL) -> [String: String] {
    ["PATH": "\(folder.path)/bin:/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm", "LANG": "C.UTF-8"]
      .merging(environment) { $1 }
  }
}
