import Platform
import Report
import Workbook

extension Command {
  /// Judges exercises.
  static let check = Command(
    name: "check", summary: "judges your exercises, and says what is wrong with them",
    operands: "[<lesson> | <exercise>]...",
    options: [Arguments.Option("json", help: "Print the results as JSON, and nothing else.")]
      + Terminal.options,
    notes: [
      "An exercise is named as 'overlap', '1/overlap' or '1.1'; without a name all are judged.",
      "Exit status: 0 if nothing that was begun is wrong, 1 otherwise.",
    ],
    action: .reading { arguments throws(Complaint) in
      let workshop = try Workshop()
      let terminal = try Terminal(arguments)
      let exercises = try workshop.matcher.select(arguments.operands)
      let progress = ProgressLine()
      let graded = try workshop.grader.grade(exercises) { activity, elapsed in
        switch activity {
        case .building(let exercise): progress.show("building \(exercise.name)", elapsed: elapsed)
        case .judging: progress.clear()
        }
      }
      progress.clear()
      if arguments.has("json") {
        StandardOutput.write(CheckReport(graded).json + "\n")
      } else {
        let text = CheckText(graded, style: terminal.style, invocation: Surroundings.invocation)
        StandardOutput.write(text.lines.map { $0 + "\n" }.joined())
      }
      return graded.contains(where: \.isWrong) ? .failed : .done
    })
}
