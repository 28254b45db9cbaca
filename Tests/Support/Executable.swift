package import Foundation
package import Processes

/// A built program of this package, run as its readers run it: as a process, with an environment of its own.
package struct Executable: Sendable {
  /// What a run left behind.
  package struct Outcome: Sendable, Hashable {
    /// The exit status; 128 and the signal's number where a signal ended it, as shells have it.
    package var status: Int32
    /// What it wrote to standard output.
    package var output: String
    /// What it wrote to standard error.
    package var errors: String
  }

  /// Thrown where a program is not to be found beside the tests, or does not end.
  package struct Missing: Error, Hashable {
    var reason: String
  }

  private static let usual = ["LANG": "en_US.UTF-8"]
  /// What a sanitizer was told; it looks for leaks, for example, unless it is told not to, and Foundation has some.
  private static let sanitizing = ProcessInfo.processInfo.environment.filter {
    $0.key.hasSuffix("SAN_OPTIONS")
  }
  /// The program's file.
  package let path: String

  /// Finds a program beside the tests.
  ///
  /// - Parameter name: the name of the product, for example `lessons`.
  package init(_ name: String) throws {
    guard let path = BuiltProgram.path(name) else {
      throw Missing(reason: "\(name) was not built beside the tests")
    }
    self.path = path
  }

  /// A program of the system.
  package init(at path: String) {
    self.path = path
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - words: what it is given.
  ///   - input: what is typed, all of it at once; its end is behind it.
  ///   - environment: the whole environment.
  package func run(_ words: String..., input: String = "", environment: [String: String]? = nil) throws
    -> Outcome
  {
    try run(words, input: input, environment: environment)
  }

  /// Runs the program to its end.
  ///
  /// - Parameter folder: where it is started; `nil` for where the tests are.
  package func run(
    _ words: [String], input: String = "", environment: [String: String]? = nil, in folder: URL? = nil
  ) throws -> Outcome {
    let program = program(words, environment: environment, in: folder)
    let outcome = try program.run(input: try InputPipe(input))
    switch outcome.end {
    case .exited(let status):
      return Outcome(status: status, output: outcome.output, errors: outcome.errors)
    case .signalled(let signal):
      return Outcome(status: 128 + signal, output: outcome.output, errors: outcome.errors)
    default: throw Missing(reason: "\(path) \(words) did not end: \(outcome.output)\(outcome.errors)")
    }
  }

  /// The program, ready to be started, for a test that has to do with it while it runs.
  ///
  /// - Parameters:
  ///   - environment: the whole environment.
  ///   - folder: where it is started; `nil` for where the tests are.
  ///   - terminal: the file of a terminal that it reads from and writes to; `nil` for pipes.
  package func program(
    _ words: [String], environment: [String: String]? = nil, in folder: URL? = nil, at terminal: String? = nil
  ) -> Program {
    // The shell changes the folder, and becomes the program.
    let redirection = terminal.map { " <'\($0)' >'\($0)'" } ?? ""
    var program = Program(
      "/bin/sh", ["-c", #"cd "$0" && exec "$@""# + redirection, folder?.path ?? ".", path] + words,
      timeLimit: .seconds(300))
    program.environment = (environment ?? Self.usual).merging(Self.sanitizing) { $1 }
    return program
  }
}
