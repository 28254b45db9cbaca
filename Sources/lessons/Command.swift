import Console
import Platform

/// A command of the launcher: what the help says of it, and what it does.
struct Command: Sendable {
  /// What is done with what stands behind the command's name.
  enum Action: Sendable {
    /// Reads it as the command's own options and operands.
    case reading(@Sendable (Arguments) throws(Complaint) -> ExitStatus)
    /// Takes it word for word.
    case verbatim(@Sendable ([String]) throws(Complaint) -> ExitStatus)
  }

  /// The name, as it is typed.
  var name: String
  /// What it does, in a few words for the list of commands.
  var summary: String
  /// What stands behind the name, for example `<lesson>`.
  var operands = ""
  /// The options that it knows; `--help` comes with every command.
  var options: [Arguments.Option] = []
  /// What else the help says, a paragraph each.
  var notes: [String] = []
  /// What it does.
  var action: Action

  /// Runs the command, or shows its help.
  func run(_ words: [String]) throws(Complaint) -> ExitStatus {
    switch action {
    case .verbatim(let act):
      if words.first == "--help" || words.first == "-h" { return showHelp() }
      return try act(words)
    case .reading(let act):
      let arguments = try Arguments(words, options: options)
      return arguments.has("help") ? showHelp() : try act(arguments)
    }
  }

  /// How it is called, for example `lessons read <lesson> [options]`.
  var usage: String {
    ["lessons", name, operands, options.isEmpty ? "" : "[options]"].filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  func showHelp() -> ExitStatus {
    StandardOutput.write(HelpText(self).text)
    return .done
  }
}
