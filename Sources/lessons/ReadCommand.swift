import Workbook

extension Command {
  /// Shows transcript, code and claims.
  static let read = Command(
    ReadingCommand.read, summary: "shows a lesson's transcript beside its code", operands: "<lesson>",
    notes: [
      "On a wide terminal the code stands beside the text, otherwise below it.",
      "A text that is longer than the terminal is shown with PAGER, or with 'less -R'; PAGER=cat does without.",
    ])
}
