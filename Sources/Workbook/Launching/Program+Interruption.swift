import Foundation
import Processes
import Report

extension Program {
  /// Runs the program to its end, with nothing on its standard input.
  ///
  /// - Parameter watch: called about ten times a second with the time since the start and what was written since the last
  ///   call.
  /// - Returns: `nil` if the program cannot be started.
  /// - Throws: a complaint of the status `interrupted` if this process got SIGINT, SIGTERM or SIGHUP; the program and
  ///   what it started have ended by then.
  func runUnlessInterrupted(
    watch: (_ elapsed: Duration, _ new: String) -> Void = { _, _ in }
  ) throws(Complaint) -> ChildProcess.Outcome? {
    let signals = InterruptionWatch()
    defer { signals.stop() }
    var program = self
    // A build tidies up before it ends.
    program.grace = .seconds(2)
    let outcome = try? program.run(isInterrupted: { InterruptionWatch.isInterrupted }, watch: watch)
    if outcome?.end == .interrupted { throw Complaint("interrupted", status: .interrupted) }
    return outcome
  }
}
