import Console

/// The help of a command.
struct HelpText {
  private let command: Command

  init(_ command: Command) {
    self.command = command
  }

  var text: String {
    let options = command.options + [Arguments.Option("help", help: "Show this help.")]
    let parts = [
      ["lessons \(command.name): \(command.summary)", "", "Usage: \(command.usage)", ""],
      Self.table(options.map { ($0.spelling, $0.help) }),
      command.notes.flatMap { [""] + Prose.wrap($0, to: 80) },
    ]
    return parts.joined().map { $0 + "\n" }.joined()
  }

  /// Two columns, the second wrapped at 80 columns.
  static func table(_ rows: [(String, String)]) -> [String] {
    let column = (rows.map(\.0.count).max() ?? 0) + 4
    return rows.flatMap { row in
      Prose.wrap(
        row.1, to: 80, first: DisplayWidth.pad("  \(row.0)", to: column),
        rest: String(repeating: " ", count: column))
    }
  }
}
