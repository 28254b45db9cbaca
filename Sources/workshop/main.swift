import Console
import Foundation
import Platform

StandardOutput.prepare()
Interruption.endProgram()

do {
  exit(try Workshop.run(Array(CommandLine.arguments.dropFirst())).rawValue)
} catch {
  Interruption.pass()
  // The reader knows the launcher, and not this program.
  if error.status != .interrupted { StandardOutput.writeError(error.text(from: "lessons")) }
  exit(error.status.rawValue)
}
