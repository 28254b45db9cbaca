import Workbook

extension Command {
  /// Gives hints.
  static let hint = Command(
    ExerciseCommand.hint, summary: "gives a hint, one more each time", operands: "<exercise>")
}
