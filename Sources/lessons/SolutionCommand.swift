import Console
import Platform
import Report
import Workbook

extension Command {
  /// Shows a solution.
  static let solution = Command(
    name: "solution", summary: "shows what a solution changes in your answer, once yours is right",
    operands: "<exercise>",
    options: [Arguments.Option("anyway", help: "Show it although the exercise is not solved.")]
      + Terminal.options,
    action: .reading { arguments throws(Complaint) in
      let workshop = try Workshop()
      let style = try Terminal(arguments).style
      let exercise = try workshop.exercise(arguments, for: "solution")
      if !arguments.has("anyway"),
        workshop.store.read().status(of: exercise, in: workshop.checkout) != .passed
      {
        // What was edited since it was last judged may be right by now.
        let progress = ProgressLine()
        let graded = try workshop.grader.grade([exercise]) { _, elapsed in
          progress.show("building \(exercise.name)", elapsed: elapsed)
        }
        progress.clear()
        guard graded.allSatisfy({ $0.grade.status == .passed }) else {
          throw Complaint(
            "\(exercise.name) is not solved yet",
            advice: [
              "'\(Surroundings.invocation) hint \(exercise.name)' helps on.",
              "'\(Surroundings.invocation) solution \(exercise.name) --anyway' shows a solution all the same.",
            ], status: .failed)
        }
      }
      let lines = try SolutionText(exercise, in: workshop.checkout, style: style).lines
      StandardOutput.write(lines.map { $0 + "\n" }.joined())
      return .done
    })
}
