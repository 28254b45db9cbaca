import Workbook

extension Command {
  /// Puts an exercise back.
  static let reset = Command(
    ExerciseCommand.reset, summary: "puts an exercise's file back, and keeps yours as a backup",
    operands: "<exercise>")
}
