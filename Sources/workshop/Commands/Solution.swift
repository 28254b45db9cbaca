import Console
import Platform
import Report
import Workbook

extension Workshop {
  /// Shows what a solution changes in the learner's answer, once that is right.
  func showSolution(_ exercise: CatalogueExercise) throws(Complaint) -> ExitStatus {
    if !arguments.has("anyway"), store.read().status(of: exercise, in: checkout) != .passed {
      // What was edited since it was last judged may be right by now.
      let progress = ProgressLine()
      let graded = try grader.grade([exercise]) { _, elapsed in
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
    let lines = try SolutionText(exercise, in: checkout, style: request.terminal.style).lines
    StandardOutput.write(lines.map { $0 + "\n" }.joined())
    return .done
  }
}
