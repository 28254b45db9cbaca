import Foundation
package import Platform

/// A program as it is to be run, and what it may use up.
///
/// It runs in a process group of its own, so that it can be ended with all that it started. Foundation's `Process` offers
/// no groups, and reads pipes with threads of its own.
package struct Program: Sendable, Hashable {
  /// The program's file.
  package var executable: String
  /// What it is given, without its own name.
  package var arguments: [String]
  /// Its environment; this process's, unless another is set.
  package var environment = ProcessInfo.processInfo.environment
  /// How long it may run, on the wall; `nil` for as long as it takes.
  package var timeLimit: Duration?
  /// How much is kept of what it writes to standard output, and as much to standard error, in bytes.
  package var outputLimit = 64 << 20
  /// Lines of standard output that have a limit of their own; `nil` for none.
  package var linesApart: LinesApart?
  /// Whether it is ended as soon as it writes more than that; otherwise what is beyond is read and dropped.
  package var endsIfItFloods = false
  /// How long it may take to end in good order, after SIGTERM and before SIGKILL, when it has to end early.
  package var grace = Duration.zero

  /// Names a program. Nothing runs yet.
  package init(_ executable: String, _ arguments: [String] = [], timeLimit: Duration? = nil) {
    self.executable = executable
    self.arguments = arguments
    self.timeLimit = timeLimit
  }

  /// Starts the program.
  ///
  /// - Parameter input: what it reads; `nil` for nothing at all.
  /// - Throws: a ``Platform/SystemError`` if it cannot be started, for example because there is no such file.
  package func start(input: InputPipe? = nil) throws(SystemError) -> ChildProcess {
    try ChildProcess(self, input: input)
  }

  /// Runs the program to its end, and holds the calling thread for as long.
  ///
  /// The parameters are those of ``start(input:)`` and of ``ChildProcess/waitUntilEnd(isInterrupted:watch:)``.
  package func run(
    input: InputPipe? = nil, isInterrupted: () -> Bool = { false },
    watch: (_ elapsed: Duration, _ new: String) -> Void = { _, _ in }
  ) throws(SystemError) -> ChildProcess.Outcome {
    try start(input: input).waitUntilEnd(isInterrupted: isInterrupted, watch: watch)
  }
}
