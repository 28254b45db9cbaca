import Console
import Report
import Workbook

/// What `lessons check` shows: every exercise with how it stands, what is wrong in full, and a summary.
struct CheckText {
  private let graded: [GradedExercise]
  private let style: TextStyle
  private let invocation: String

  /// Sets the results of a check.
  ///
  /// - Parameter invocation: how the reader calls the launcher, for example `swift run lessons`.
  init(_ graded: [GradedExercise], style: TextStyle, invocation: String = "lessons") {
    self.graded = graded
    self.style = style
    self.invocation = invocation
  }

  /// The lines of the page.
  var lines: [String] {
    let columns = graded.map { DisplayWidth.of($0.exercise.name) }.max() ?? 0
    var lines: [String] = []
    for (index, result) in graded.enumerated() {
      let lesson = result.exercise.lesson
      if index == 0 || graded[index - 1].exercise.lesson != lesson {
        lines += index == 0 ? [] : [""]
        lines.append(Ink.dim.paint("\(lesson.number) · \(lesson.title)", style))
      }
      lines.append(GradeText(result, style: style, invocation: invocation).headline(nameColumns: columns))
    }
    // A single exercise is shown in full whatever came out; of several, what is wrong.
    for result in graded where result.isWrong || graded.count == 1 { lines += full(result) }
    lines += ["", summary]
    lines += next
    return lines.map { style.ascii ? PlainText.ascii($0) : $0 }
  }

  private func full(_ result: GradedExercise) -> [String] {
    let text = GradeText(result, style: style, invocation: invocation)
    let title = "\(result.exercise.name): \(result.grade.mistake ?? result.grade.status.rawValue)"
    let rule = String(
      repeating: style.ascii ? "-" : "─", count: max(0, style.measure - DisplayWidth.of(title) - 4))
    let heading =
      "\(Ink.dim.paint(style.ascii ? "--" : "──", style)) \(Ink.bold.paint(title, style)) \(Ink.dim.paint(rule, style))"
    return (graded.count == 1 ? [""] : ["", heading, ""]) + text.details + [""]
      + text.nextSteps.map { "  " + $0 }
  }

  private var summary: String {
    let passed = graded.count { $0.grade.status == .passed }
    let toDo = graded.count { $0.grade.status == .toDo }
    let wrong = graded.count(where: \.isWrong)
    let parts = [(passed, "passed"), (wrong, "wrong"), (toDo, "to do")].filter { $0.0 > 0 }
    let count = graded.count == 1 ? "1 exercise" : "\(graded.count) exercises"
    return "\(count): \(parts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))."
  }

  /// What to take up where nothing is wrong and something is left.
  private var next: [String] {
    guard !graded.contains(where: \.isWrong), graded.count > 1 else { return [] }
    guard let first = graded.first(where: { $0.grade.status == .toDo }) else { return [] }
    return [
      "", "Next: \(first.exercise.name)", "  edit   \(first.place)",
      "  watch  \(invocation) watch \(first.exercise.name)",
    ]
  }
}
