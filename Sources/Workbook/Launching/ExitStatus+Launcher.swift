package import Console
import Foundation
import Platform

extension ExitStatus {
  /// Does what was typed, as the launcher or in its place, and ends the process; says what kept it from doing so.
  package static func endLauncher(_ run: (_ words: [String]) throws(Complaint) -> ExitStatus) -> Never {
    StandardOutput.prepare()
    Interruption.endProgram()
    do throws(Complaint) {
      exit(try run(Array(CommandLine.arguments.dropFirst())).rawValue)
    } catch {
      Interruption.pass()
      // The reader knows the launcher, and not a program in its place.
      if error.status != .interrupted { StandardOutput.writeError(error.text(from: "lessons")) }
      exit(error.status.rawValue)
    }
  }
}
