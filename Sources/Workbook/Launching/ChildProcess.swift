import Foundation
import LessonKit

/// Another program, run in a process group of its own so that it can be ended with everything that it started.
///
/// Foundation's `Process` offers no groups, and reads pipes with threads of its own.
struct ChildProcess {
  /// How a program ended.
  enum End: Sendable, Hashable {
    /// It left with this exit status.
    case exited(Int32)
    /// A signal ended it.
    case signalled(Int32)
    /// It took longer than it was given, and was ended.
    case timedOut
  }

  /// What became of a program.
  struct Outcome: Sendable, Hashable {
    var end: End
    /// What it wrote to standard output.
    var output: String
    /// What it wrote to standard error.
    var errors: String

    /// Whether it left with status 0.
    var isSuccess: Bool { end == .exited(0) }
  }

  /// The program's file.
  var executable: String
  /// What it is given, without its own name.
  var arguments: [String]
  /// The most bytes that are kept of each stream; what is beyond is read and dropped.
  var limit = 64 << 20
  /// How long it may take.
  var timeout: Duration?

  /// Runs the program to its end, with nothing on its standard input.
  ///
  /// - Parameter watch: called about ten times a second with the time since the start and what was written since
  ///   the last call.
  /// - Returns: `nil` if the program cannot be started.
  /// - Throws: a complaint of the status `interrupted` if this process got SIGINT, SIGTERM or SIGHUP; the program and
  ///   what it started have ended by then.
  func run(watch: (_ elapsed: Duration, _ new: String) -> Void = { _, _ in }) throws(Complaint) -> Outcome? {
    let signals = InterruptionWatch()
    defer { signals.stop() }
    guard let output = OutputPipe(limit: limit), let errors = OutputPipe(limit: limit),
      let group = ProcessGroup(
        running: executable, arguments, output: output.writeEnd, errors: errors.writeEnd)
    else { return nil }
    output.closeWriteEnd()
    errors.closeWriteEnd()
    let start = ContinuousClock.now
    while true {
      OutputPipe.wait(for: [output, errors], milliseconds: 100)
      let new = output.read() + errors.read()
      if InterruptionWatch.isInterrupted {
        group.end()
        throw Complaint("interrupted", status: .interrupted)
      }
      if let end = group.reap() {
        // Whatever it left behind would go on writing into a pipe that nobody reads.
        group.kill(SIGKILL)
        _ = (output.read(), errors.read())
        return Outcome(end: end, output: output.text, errors: errors.text)
      }
      let elapsed = start.duration(to: .now)
      if let timeout, elapsed > timeout {
        group.end()
        return Outcome(end: .timedOut, output: output.text, errors: errors.text)
      }
      watch(elapsed, String(decoding: new, as: UTF8.self))
    }
  }
}
