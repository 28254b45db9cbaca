import Console
import Platform

extension Command {
  /// Shows what the launcher can do.
  static let help = Command(
    name: "help", summary: "tells what a command does", operands: "[<command>]",
    action: .reading { arguments throws(Complaint) in
      guard arguments.operands.count <= 1 else {
        throw .usage("'lessons help' takes one command, not \(arguments.operands.count)")
      }
      if let name = arguments.operands.first { return try Launcher.command(name).showHelp() }
      StandardOutput.write(overview)
      return .done
    })

  private static var overview: String {
    let commands = Launcher.commands.map { command in
      (["\(command.name)", command.operands].filter { !$0.isEmpty }.joined(separator: " "), command.summary)
    }
    let lines =
      ["The Async Workbook: lectures about asynchronous programming that run.", ""]
      + ["Usage: lessons [<command>] [options]", ""] + HelpText.table(commands)
      + ["", "Without a command it shows the list of lessons."]
      + Prose.wrap(
        "A lesson is named by its number, its id, or the beginning of one. Every command has --help; --version tells the"
          + " workbook's own.", to: 80)
      + Prose.wrap(
        "Exit status: 0 done, and all holds; 1 a claim fails or an exercise is wrong; 64 wrong usage; 69 something needed is missing; "
          + "74 the output could not be written; 130 interrupted.", to: 80)
    return lines.map { $0 + "\n" }.joined()
  }
}
