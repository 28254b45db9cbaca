import Platform

/// A program that runs. Whatever it has started ends with it, and it ends with this object.
///
/// Its output is read, and its limits are kept, while one of the functions waits.
package final class ChildProcess {
  private let program: Program
  private let process: SystemProcess
  private let output: OutputPipe
  private let errors: OutputPipe
  private let start = ContinuousClock.now
  private let suspended = Interruption.suspended
  private var end: End?

  /// Starts a program, at the head of a new process group.
  init(_ program: Program, input: InputPipe?) throws(SystemError) {
    self.program = program
    output = try OutputPipe(limit: program.outputLimit, apart: program.linesApart)
    errors = try OutputPipe(limit: program.outputLimit)
    process = try SystemProcess(
      program.executable, program.arguments, environment: program.environment, input: input?.outlet,
      output: output.inlet, errors: errors.inlet)
    output.isWritten()
    errors.isWritten()
  }

  /// The process's number, which is its group's as well.
  package var id: Int32 { process.id }

  deinit { if end == nil { _ = stop(.interrupted) } }

  /// Waits for the first line that the program writes to standard output; `nil` if it ends without.
  package func firstLine() -> String? {
    let lineFeed = UInt8(ascii: "\n")
    while end == nil, !output.bytes.contains(lineFeed) { step() }
    guard let end = output.bytes.firstIndex(of: lineFeed) else { return nil }
    return String(decoding: output.bytes[..<end], as: UTF8.self)
  }

  /// Waits until the program has closed its standard output, which is a little before it has ended, and returns all of it.
  package func waitForOutput() -> String {
    while end == nil, output.isOpen { step() }
    return output.text
  }

  /// Waits until the program has ended: by itself, or because it has used up what it may.
  ///
  /// - Parameters:
  ///   - isInterrupted: asked about a hundred times a second whether the program is to be ended.
  ///   - watch: called about ten times a second with the time since the start and what was written since the last call.
  package func waitUntilEnd(
    isInterrupted: () -> Bool = { false },
    watch: (_ elapsed: Duration, _ new: String) -> Void = { _, _ in }
  ) -> Outcome {
    var watched = start
    while end == nil {
      step(isInterrupted)
      let now = ContinuousClock.now
      if end == nil, now - watched >= .milliseconds(100) {
        watched = now
        watch(now - start, String(decoding: output.takeNew() + errors.takeNew(), as: UTF8.self))
      }
    }
    return Outcome(end: end!, output: output.text, errors: errors.text)
  }

  /// How long the program has run. While this one is suspended, so is the other.
  private var elapsed: Duration { start.duration(to: .now) - (Interruption.suspended - suspended) }

  /// Reads what there is, or waits for it a hundredth of a second, and sees whether the program has to end or has ended.
  private func step(_ isInterrupted: () -> Bool = { false }) {
    OutputPipe.wait(for: [output, errors])
    let hasEnded = process.hasEnded
    // What it wrote last may have come after the look at the pipes.
    if hasEnded { OutputPipe.readRest(of: [output, errors]) }
    if program.endsIfItFloods, output.isOverLimit || errors.isOverLimit {
      end = stop(.flooded)
    } else if hasEnded {
      end = stop(nil)
    } else if isInterrupted() {
      end = stop(.interrupted)
    } else if let limit = program.timeLimit, elapsed >= limit {
      end = stop(.timedOut)
    }
  }

  /// Ends whatever is left of the group, and takes note of the process's end. Returns why it ended, or else how.
  private func stop(_ reason: End?) -> End {
    if reason != nil, program.grace > .zero {
      process.askToEnd()
      let deadline = ContinuousClock.now + program.grace
      // It may have something to say at its end, and must not be kept from ending by a full pipe.
      while !process.hasEnded, ContinuousClock.now < deadline { OutputPipe.wait(for: [output, errors]) }
      OutputPipe.readRest(of: [output, errors])
    }
    let end = process.end()
    if let reason { return reason }
    return switch end {
    case .exited(let status): .exited(status)
    case .signalled(let signal): .signalled(signal)
    }
  }
}
