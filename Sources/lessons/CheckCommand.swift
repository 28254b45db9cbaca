import Console
import Platform
import Report
import Workbook

extension Command {
  /// Judges exercises.
  static let check = Command(
    name: "check", summary: "judges your exercises, and says what is wrong with them",
    operands: "[<lesson> | <exercise>]...",
    options: [
      Arguments.Option("strict", help: "Fail while anything is to do, too: for a class, or for CI."),
      Arguments.Option("open", help: "Open what is wrong or to do in your editor (VISUAL or EDITOR)."),
      Arguments.Option(
        "json", help: "Print the results and the misconceptions met as JSON, and nothing else."),
    ] + Terminal.options,
    notes: [
      "An exercise is named as 'overlap', '1/overlap' or '1.1'; without a name all are judged.",
      "Exit status: 0 if nothing that was begun is wrong (with --strict: if all is passed), 1 otherwise; 69 if something could not be judged because files are gone.",
    ],
    action: .reading { arguments throws(Complaint) in
      let workshop = try Workshop()
      let terminal = try Terminal(arguments)
      if arguments.has("json"), arguments.has("open") {
        throw .usage("--json is for programs, and --open for readers: take one of them")
      }
      let editor = arguments.has("open") ? try Editor() : nil
      let gaps = try workshop.gaps(arguments.operands)
      let named = arguments.operands.filter { typed in !gaps.contains { $0.isMeant(by: typed) } }
      let exercises =
        named.isEmpty && !arguments.operands.isEmpty ? [] : try workshop.matcher.select(named)
      let progress = ProgressLine()
      let graded = try workshop.grader.grade(exercises) { activity, elapsed in
        switch activity {
        case .building(let exercise): progress.show("building \(exercise.name)", elapsed: elapsed)
        case .waiting(let exercise, let remark):
          progress.show("building \(exercise.name)", remark, elapsed: elapsed)
        case .judging: progress.clear()
        }
      }
      progress.clear()
      if arguments.has("json") {
        let report = CheckReport(graded, progress: workshop.store.read(), missing: gaps)
        StandardOutput.write(report.json + "\n")
      } else if !graded.isEmpty {
        let text = CheckText(graded, style: terminal.style, invocation: Surroundings.invocation)
        StandardOutput.write(text.lines.map { $0 + "\n" }.joined())
      }
      if let editor { try workshop.open(graded, with: editor) }
      guard gaps.isEmpty else { throw ExerciseGap.complaint(of: gaps) }
      guard !graded.isEmpty else { throw .unavailable("there is no exercise to judge here") }
      let isEnough =
        arguments.has("strict")
        ? graded.allSatisfy { $0.grade.status == .passed } : !graded.contains(where: \.isWrong)
      return isEnough ? .done : .failed
    })
}
