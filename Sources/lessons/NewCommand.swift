import Console
import Platform
import Workbook

extension Command {
  /// Makes a lesson from a transcript.
  static let new = Command(
    name: "new", summary: "makes a lesson from a transcript, for a course of your own", operands: "<id>",
    options: [
      Arguments.Option(
        "transcript", value: "FILE", help: "What the lecture says, in any form that 'lessons import' reads."),
      Arguments.Option("title", value: "TEXT", help: "The lesson's title; without it, the lecture's."),
    ],
    notes: [
      "The lesson has a first idea, claim and exercise, which build and pass, and its lines in Package.swift, in the syllabus and in "
        + "the tests. CONTRIBUTING.md tells how to go on.",
      "Nothing that is there is replaced.",
    ],
    action: .reading { arguments throws(Complaint) in
      guard let id = try arguments.singleOperand(of: "new") else {
        throw .usage(
          "what is the lesson's id?", advice: ["'lessons new my-lesson --transcript FILE' makes one."])
      }
      guard let file = arguments.value("transcript") else {
        throw .usage(
          "a lesson goes with a lecture: add --transcript FILE",
          advice: ["A cue a line is enough: 01:21 and what is said."])
      }
      let lesson = try NewLesson(
        id, title: arguments.value("title"), transcript: file, in: try Surroundings.checkout())
      let (made, changed) = try lesson.make()
      StandardOutput.write(
        made.map { "new      \($0)\n" }.joined() + changed.map { "changed  \($0)\n" }.joined()
          + """

          The lesson builds and its tests pass, with an idea, a claim and an exercise to be replaced by the lecture's own:

            swift run lessons read \(id)
            swift run lessons run \(id)
            swift run lessons check \(lesson.exercise)

          """)
      return .done
    })
}
