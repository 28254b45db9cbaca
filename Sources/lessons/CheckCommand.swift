import Workbook

extension Command {
  /// Judges exercises.
  static let check = Command(
    ExerciseCommand.check, summary: "judges your exercises, and says what is wrong with them",
    operands: "[<lesson> | <exercise>]...",
    notes: [
      "An exercise is named as 'overlap', '1/overlap' or '1.1'; without a name all are judged.",
      "Exit status: 0 if nothing that was begun is wrong (with --strict: if all is passed), 1 otherwise; 69 if something could not be judged because files are gone.",
    ])
}
