import Foundation
import Platform
import Report

StandardOutput.prepare()

do {
  exit(try Launcher.run(Array(CommandLine.arguments.dropFirst())).rawValue)
} catch {
  if error.status != .interrupted { StandardOutput.writeError(error.text(from: "lessons")) }
  exit(error.status.rawValue)
}
