import Workbook

extension Command {
  /// Judges at every save.
  static let watch = Command(
    ExerciseCommand.watch, summary: "judges an exercise whenever you save it", operands: "[<exercise>]",
    notes: [
      "Keys: n next, h hint, o open in your editor, s solution, r reset, l list, q quit; space turns the page.",
      "Without a name it begins with the first exercise that is not passed.",
    ])
}
