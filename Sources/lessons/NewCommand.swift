import Workbook

extension Command {
  /// Makes a lesson from a transcript.
  static let new = Command(
    ReadingCommand.new, summary: "makes a lesson from a transcript, for a course of your own",
    operands: "<id>",
    notes: [
      "The lesson has a first idea, claim and exercise, which build and pass, and its lines in Package.swift, in the syllabus and in "
        + "the tests. CONTRIBUTING.md tells how to go on.",
      "Nothing that is there is replaced.",
    ])
}
