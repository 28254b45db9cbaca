import Platform
import Reading
import Report
import Workbook

extension Command {
  /// Shows transcript, code and claims.
  static let read = Command(
    name: "read", summary: "shows a lesson's transcript beside its code", operands: "<lesson>",
    options: [
      Arguments.Option("claims", help: "Show the code of the claims too."),
      Arguments.Option("python", help: "Show the ideas in Python."),
      Arguments.Option("both", help: "Show the ideas in Swift and in Python."),
      Arguments.Option("json", help: "Print transcript, code and claims as JSON, and nothing else."),
    ] + Terminal.options,
    notes: [
      "On a wide terminal the code stands beside the text, otherwise below it.",
      "A text that is longer than the terminal is shown with PAGER, or with 'less -R'; PAGER=cat does without.",
    ],
    action: .reading { arguments throws(Complaint) in
      let catalogue = try Surroundings.catalogue()
      guard let name = try arguments.singleOperand(of: "read") else {
        throw .usage(
          "which lesson do you want to read?",
          advice: catalogue.lessons.map { "\($0.entry.number)  lessons read \($0.entry.id)" })
      }
      let terminal = try Terminal(arguments)
      let text = try LessonText(reading: try catalogue.lesson(name), in: catalogue.checkout)
      var remarks = text.remarks
      guard !arguments.has("json") else {
        StandardOutput.writeError(remarks.map { "lessons: \($0)\n" }.joined())
        StandardOutput.write(ReadingReport(text).json + "\n")
        return .done
      }
      let choice = Reader.Choice(
        languages: arguments.has("both")
          ? [.swift, .python] : arguments.has("python") ? [.python] : [.swift],
        showsClaimCode: arguments.has("claims"))
      if choice.languages.contains(.python), !text.has(.python) {
        remarks.append("\(text.entry.id) has no ideas in Python")
      }
      StandardOutput.writeError(remarks.map { "lessons: \($0)\n" }.joined())
      let page = Reader(text, showing: choice, style: terminal.style).lines.map { $0 + "\n" }.joined()
      if terminal.canRedraw { Pager.show(page) }
      StandardOutput.write(page)
      return .done
    })
}
