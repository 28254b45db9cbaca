import Foundation
import LessonKit

/// The lesson's own program, started once more to serve in a small room.
final class ServingProcess {
  let port: UInt16
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()

  /// How long it lives at the most, whatever becomes of whoever started it.
  private static let patience = 20.0

  /// Starts it and waits until it serves.
  init() throws(SmallRoom.Obstacle) {
    guard let executable = Self.executable else {
      throw .init(
        reason: "the lesson's own program, which it would start once more, is not where it was built")
    }
    process.executableURL = executable
    process.arguments = [SmallRoom.option]
    // The room is for threads; else each of them would take 64 MB of it for small things.
    process.environment = ProcessInfo.processInfo.environment.merging(["MALLOC_ARENA_MAX": "1"]) { $1 }
    process.standardOutput = output
    process.standardInput = input
    do { try process.run() } catch {
      throw .init(reason: "the system could not start another process (\(error.localizedDescription))")
    }
    let child = process.processIdentifier
    let ended = UncheckedProcess(process)
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) {
      if ended.value.isRunning { kill(child, SIGKILL) }
    }
    let line = Self.line(of: output.fileHandleForReading)
    guard let port = UInt16(line) else {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
      throw .init(reason: "this system cannot limit a process's room for threads (\(line))")
    }
    self.port = port
  }

  /// Ends it. Returns its exit status, and what it said meanwhile.
  func end() -> (status: Int32, reports: [String]) {
    try? input.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    return (process.terminationReason == .exit ? process.terminationStatus : -1, lines)
  }

  /// The first line that comes, byte by byte: what comes after it is for later.
  private static func line(of file: FileHandle) -> String {
    var line = Data()
    while let byte = try? file.read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") {
      line += byte
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// The lesson's own program: this one, or the one beside it where the lesson runs inside of a test.
  private static var executable: URL? {
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let name = ScalabilityVersusSpeed.entry.id
    let folders = [own, Bundle(for: ServingProcess.self).bundleURL].map { $0.deletingLastPathComponent() }
    let candidates = own.lastPathComponent == name ? [own] : folders.map { $0.appending(path: name) }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Foundation's process may be asked from any thread, but is not declared to be.
  private struct UncheckedProcess: @unchecked Sendable {
    let value: Process
    init(_ value: Process) { self.value = value }
  }
}
