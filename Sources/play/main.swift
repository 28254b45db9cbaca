import Console
import Foundation
import Platform

StandardOutput.prepare()
Interruption.endProgram()

do {
  exit(try PlayCommand.run(Array(CommandLine.arguments.dropFirst())).rawValue)
} catch {
  // The reader knows the launcher, and not this program.
  StandardOutput.writeError(error.text(from: "lessons"))
  exit(error.status.rawValue)
}
