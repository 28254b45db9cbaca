import Console
import Foundation
import Workbook

/// A right answer for the learner to compare with.
struct SolutionText {
  /// The lines to show.
  let lines: [String]

  /// Reads a solution, and sets it as a difference to the learner's own answer where there is one, or else whole.
  ///
  /// The difference is one of code: comments are left out, and the solution's local names are the learner's.
  ///
  /// - Throws: a ``Console/Complaint`` if one of the exercise's files cannot be read.
  init(_ exercise: CatalogueExercise, in checkout: Checkout, style: TextStyle) throws(Complaint) {
    func read(_ file: String) throws(Complaint) -> String {
      guard let text = try? String(contentsOf: checkout.url(file), encoding: .utf8) else {
        throw .unavailable("\(file) cannot be read", advice: ["'git checkout -- \(file)' brings it back."])
      }
      return text
    }
    let answer = ModelAnswer(stub: try read(exercise.stub), solution: try read(exercise.solution)).text
    let own = try? String(contentsOf: checkout.url(exercise.file), encoding: .utf8)
    guard let own, !exercise.isUntouched(in: checkout) else {
      lines = answer.lines.dropLast().map(String.init)
      return
    }
    let comparable = ComparableAnswer(own: own, solution: answer).text
    let difference = UnifiedDifference(from: own, to: comparable).text(style)
    lines =
      difference.isEmpty
      ? [
        UnifiedDifference(from: own, to: answer).lines.isEmpty
          ? "Your answer is the workbook's, line for line."
          : "Your answer is the workbook's, but for names and comments."
      ]
      : [
        Ink.bad.paint("--- yours       \(exercise.file)", style),
        Ink.good.paint("+++ a solution  \(exercise.solution)", style),
      ] + difference
  }
}
