import Console
import Platform
import Report
import Workbook

extension Workshop {
  /// Judges exercises, and says what is wrong with them.
  func check() throws(Complaint) -> ExitStatus {
    let editor = arguments.has("open") ? try Editor() : nil
    let progress = ProgressLine()
    let graded = try grader.grade(request.exercises) { activity, elapsed in
      switch activity {
      case .building(let exercise): progress.show("building \(exercise.name)", elapsed: elapsed)
      case .waiting(let exercise, let remark):
        progress.show("building \(exercise.name)", remark, elapsed: elapsed)
      case .judging: progress.clear()
      }
    }
    progress.clear()
    if arguments.has("json") {
      let report = CheckReport(graded, progress: store.read(), missing: request.gaps)
      StandardOutput.write(report.json + "\n")
    } else if !graded.isEmpty {
      let text = CheckText(graded, style: request.terminal.style, invocation: Surroundings.invocation)
      StandardOutput.write(text.lines.map { $0 + "\n" }.joined())
    }
    if let editor { try open(graded, with: editor) }
    guard request.gaps.isEmpty else { throw ExerciseGap.complaint(of: request.gaps) }
    guard !graded.isEmpty else { throw .unavailable("there is no exercise to judge here") }
    let isEnough =
      arguments.has("strict")
      ? graded.allSatisfy { $0.grade.status == .passed } : !graded.contains(where: \.isWrong)
    return isEnough ? .done : .failed
  }

  /// Opens the first of some exercises that is wrong, or else the first that is not passed, or else the only one.
  private func open(_ graded: [GradedExercise], with editor: Editor) throws(Complaint) {
    let first =
      graded.first(where: \.isWrong) ?? graded.first { $0.grade.status != .passed }
      ?? (graded.count == 1 ? graded[0] : nil)
    guard let first else { return }
    try editor.open(checkout.url(first.exercise.file), line: first.line ?? 1)
  }
}
