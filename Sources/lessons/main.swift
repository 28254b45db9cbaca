import Console
import Foundation
import Platform

StandardOutput.prepare()
Interruption.endProgram()

do {
  exit(try Launcher.run(Array(CommandLine.arguments.dropFirst())).rawValue)
} catch {
  Interruption.pass()
  if error.status != .interrupted { StandardOutput.writeError(error.text(from: "lessons")) }
  exit(error.status.rawValue)
}
