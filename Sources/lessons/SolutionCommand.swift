import Workbook

extension Command {
  /// Shows a solution.
  static let solution = Command(
    ExerciseCommand.solution, summary: "shows what a solution changes in your answer, once yours is right",
    operands: "<exercise>")
}
