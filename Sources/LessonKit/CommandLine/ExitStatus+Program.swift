import Console
import Foundation
import Platform

extension ExitStatus {
  /// Does what was typed behind a program's name, and ends the program; says what kept it from doing so.
  static func end(_ program: String, _ run: (_ words: [String]) throws -> ExitStatus) -> Never {
    do {
      exit(try run(Array(CommandLine.arguments.dropFirst())).rawValue)
    } catch let complaint as Complaint {
      StandardOutput.writeError(complaint.text(from: program))
      exit(complaint.status.rawValue)
    } catch {
      StandardOutput.writeError("\(program): \(error)\n")
      exit(ExitStatus.failed.rawValue)
    }
  }
}
