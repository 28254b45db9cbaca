import Foundation
import Platform
import Report

// A closed pipe ('lessons list | head -1') ends the launcher without a word, also where its parent ignores the signal.
signal(SIGPIPE, SIG_DFL)

do {
  exit(try Launcher.run(Array(CommandLine.arguments.dropFirst())).rawValue)
} catch {
  if error.status != .interrupted { StandardOutput.writeError(error.text(from: "lessons")) }
  exit(error.status.rawValue)
}
