import Foundation
import LessonKit
import Measurement
import Processes

/// A page served by a program in another language, in a process of its own. It ends with this object.
final class PageServer {
  let port: UInt16
  /// The language's version.
  let version: String
  private let running: Interpreter.Running

  /// - Parameter program: its place in the lesson's folder.
  init(_ program: String, _ page: Page, with interpreter: Interpreter) throws(Interpreter.Unavailable) {
    running = try interpreter.start(
      ScalabilityVersusSpeed.folder.appending(path: program),
      ["\(page.work.inMilliseconds)", "\(page.wait.inMilliseconds)"])
    let words = running.firstLine.split(separator: " ")
    guard words.count == 2, let port = UInt16(words[0]) else {
      throw Interpreter.Unavailable(description: "\(program) said something else than its port")
    }
    (self.port, version) = (port, String(words[1]))
  }
}
