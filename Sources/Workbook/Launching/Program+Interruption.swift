package import Console
package import Platform
package import Processes

extension Program {
  /// Runs the program to its end, with nothing on its standard input.
  ///
  /// - Parameters:
  ///   - isGivenUp: asked about a hundred times a second whether the program is to be ended.
  ///   - watch: called about ten times a second with the time since the start and what was written since the last call.
  /// - Returns: what became of it, or why the system has not started it.
  /// - Throws: a complaint of the status `interrupted` if this process got a signal that interrupts it; the program and
  ///   what it started have ended by then.
  package func runUnlessInterrupted(
    isGivenUp: () -> Bool = { false },
    watch: (_ elapsed: Duration, _ new: String) -> Void = { _, _ in }
  ) throws(Complaint) -> Result<ChildProcess.Outcome, SystemError> {
    var program = self
    // A build tidies up before it ends.
    program.grace = .seconds(2)
    let outcome = Interruption.noted { isInterrupted in
      Result { () throws(SystemError) in
        try program.run(isInterrupted: { isInterrupted() || isGivenUp() }, watch: watch)
      }
    }
    if Interruption.isNoted { throw Complaint("interrupted", status: .interrupted) }
    return outcome
  }
}
