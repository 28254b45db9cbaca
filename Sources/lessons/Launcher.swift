import Console
import Platform

/// Finds the command that was typed, and runs it.
enum Launcher {
  /// The commands, in the order in which the help shows them. A new one is a file in this folder, and a line here.
  static let commands: [Command] = [
    .list, .run, .read, .importing, .check, .watch, .hint, .solution, .reset, .claims, .book, .play, .new,
    .doctor,
    .help,
  ]

  static let version = "0.1.0"

  static func run(_ words: [String]) throws(Complaint) -> ExitStatus {
    guard let first = words.first else { return try Command.list.run([]) }
    switch first {
    case "--version":
      StandardOutput.write("The Async Workbook \(version)\n")
      return .done
    case "--help", "-h": return try Command.help.run(Array(words.dropFirst()))
    case let option where option.hasPrefix("-"): return try Command.list.run(words)
    default: return try command(first).run(Array(words.dropFirst()))
    }
  }

  /// The command of a name, or of the beginning of one.
  static func command(_ name: String) throws(Complaint) -> Command {
    let typed = name.lowercased()
    if let exact = commands.first(where: { $0.name == typed }) { return exact }
    let matches = commands.filter { !typed.isEmpty && $0.name.hasPrefix(typed) }
    if matches.count == 1 { return matches[0] }
    guard matches.isEmpty else {
      throw .usage("'\(name)' could be any of \(matches.map(\.name).joined(separator: ", "))")
    }
    let nearest = NearestName.of(name, among: commands.map(\.name))
    throw .usage(
      "there is no command '\(name)'",
      advice: [nearest.map { "Did you mean 'lessons \($0)'?" } ?? "'lessons help' lists the commands."])
  }
}
