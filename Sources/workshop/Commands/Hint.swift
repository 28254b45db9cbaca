import Console
import Platform
import Workbook

extension Workshop {
  /// Gives a hint, one more each time.
  func hint(_ exercise: CatalogueExercise) throws(Complaint) -> ExitStatus {
    let style = request.terminal.style
    let progress = ProgressLine()
    let hint = try hints.next(exercise) {
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
  }
}
