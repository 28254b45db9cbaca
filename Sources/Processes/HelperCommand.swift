import Foundation
import Platform

/// The command line of a program that was started as its own helper.
package enum HelperCommand {
  /// The first argument of such a process; no help lists it.
  static let option = "--helper"

  /// Does the task that the command line names, prints its answer and ends the program; does nothing if it names none.
  ///
  /// - Parameter tasks: all tasks of the program.
  package static func runIfAsked(_ tasks: [any HelperTask]) {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.first == option else { return }
    guard words.count == 4, let seconds = Int(words[2]),
      let task = tasks.first(where: { $0.name == words[1] })
    else { exit(64) }
    // Where the caller ends without a word, nothing else would end this process.
    Interruption.endProgram(after: seconds + 1)
    do {
      let answer = try task.run(Data(words[3].utf8), for: Caller())
      StandardOutput.write(String(decoding: answer, as: UTF8.self) + "\n")
      exit(0)
    } catch {
      StandardOutput.writeError("\(error)\n")
      exit(1)
    }
  }
}
