import EventLoop
import LessonKit
import Platform
import Processes
import Report

/// The lesson's own program, started once more to serve in a small room. It ends with this object at the latest.
struct ServingProcess {
  let port: UInt16
  private let process: ChildProcess
  private let input: InputPipe

  /// Starts it and waits until it serves.
  init() throws(SmallRoom.Obstacle) {
    guard let executable = BuiltProgram.path(ScalabilityVersusSpeed.entry.id) else {
      throw .init(
        reason: "The lesson's own program, which it has to start a second time, is not where it was built.")
    }
    var program = Program(executable, [SmallRoom.option], timeLimit: .seconds(20))
    // The room is for threads; else each of them would take 64 MB of it for small things.
    program.environment["MALLOC_ARENA_MAX"] = "1"
    do throws(SystemError) {
      input = try InputPipe()
      process = try program.start(input: input)
    } catch {
      throw .init(reason: "The system could not start another process (\(error)).")
    }
    let line = process.firstLine()
    guard let port = line.flatMap({ UInt16($0) }) else {
      throw .init(
        reason: "This system cannot limit a process's room for threads (\(line ?? "it ended at once")).")
    }
    self.port = port
  }

  /// Ends it. Returns whether it ended in good order, and what it said meanwhile.
  func end() -> (inOrder: Bool, reports: [String]) {
    input.end()
    let outcome = process.waitUntilEnd()
    return (outcome.isSuccess, outcome.output.split(separator: "\n").dropFirst().map(String.init))
  }
}
