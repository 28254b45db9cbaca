import Dispatch
import Foundation

/// A program that runs beside this one, with a time limit; what it prints is kept.
///
/// It starts at once and sees the end of its input when ``start`` is closed: several of them can be let go at the same moment.
final class ChildProcess {
  /// Why there is no output of a program.
  enum Failure: Error, Hashable {
    case cannotStart(String)
    case timedOut(seconds: Int)
    case ended(status: Int32, said: String)
  }

  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()
  private let limit: Duration

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - input: what it reads; `nil` for nothing at all.
  ///   - limit: how long it may take, from now on, before it is ended.
  init(
    _ executable: URL, _ arguments: [String], input: FileHandle? = nil, limit: Duration = .seconds(20)
  ) throws(Failure) {
    self.limit = limit
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw .cannotStart("\(executable.path): \(error.localizedDescription)") }
    let process = UncheckedProcess(process)
    DispatchQueue.global().asyncAfter(deadline: .now() + limit.inWholeSeconds) {
      if process.value.isRunning { kill(process.value.processIdentifier, SIGKILL) }
    }
  }

  /// Waits until the program has printed a line. Returns false if it ends before.
  func waitForLine() -> Bool {
    var seen = Data()
    while !seen.contains(UInt8(ascii: "\n")) {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return false }
      seen += more
    }
    return true
  }

  /// Reads what the program prints until it has no more to say, which is a little before it has ended.
  func readToEnd() -> String {
    String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  /// Waits for the program's end, which it has to come to by itself and without an error.
  func finish() throws(Failure) {
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal, process.terminationStatus == SIGKILL {
      throw .timedOut(seconds: Int(limit.inWholeSeconds))
    }
    guard process.terminationStatus == 0 else {
      throw .ended(
        status: process.terminationStatus, said: said.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// Foundation's process may be asked and ended from any thread, but is not declared to be.
  private struct UncheckedProcess: @unchecked Sendable {
    let value: Process
    init(_ value: Process) { self.value = value }
  }
}

extension Duration {
  fileprivate var inWholeSeconds: Double { Double(components.seconds) }
}
