import Console
import Platform
import Workbook

extension Command {
  /// Gives hints.
  static let hint = Command(
    name: "hint", summary: "gives a hint, one more each time", operands: "<exercise>",
    options: Terminal.options,
    action: .reading { arguments throws(Complaint) in
      let workshop = try Workshop()
      let style = try Terminal(arguments).style
      let exercise = try workshop.exercise(arguments, for: "hint")
      let progress = ProgressLine()
      let hint = try workshop.hints.next(exercise) {
        progress.show("building \(exercise.name)", elapsed: $0)
      }
      progress.clear()
      var lines = [Ink.bold.paint("\(exercise.name), \(hint.heading)", style)]
      lines += Prose.wrap(hint.text, to: style.measure)
      if hint.isLast {
        lines.append("")
        lines += Prose.wrap(
          "That was the last one. '\(Surroundings.invocation) solution \(exercise.name) --anyway' shows a solution.",
          to: style.measure)
      }
      StandardOutput.write(lines.map { (style.ascii ? PlainText.ascii($0) : $0) + "\n" }.joined())
      return .done
    })
}
