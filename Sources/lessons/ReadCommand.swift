import Console
import Foundation
import Platform
import Reading
import Workbook

extension Command {
  /// Shows transcript, code and claims.
  static let read = Command(
    name: "read", summary: "shows a lesson's transcript beside its code", operands: "<lesson>",
    options: [
      Arguments.Option("claims", help: "Show the code of the claims too."),
      Arguments.Option("python", help: "Show the ideas in Python."),
      Arguments.Option("both", help: "Show the ideas in Swift and in Python."),
      Arguments.Option(
        "transcript", value: "FILE",
        help: "Show this transcript, with the lesson's code if it is one of the lectures."),
      Arguments.Option("retelling", help: "Show the retelling, although you have imported the original."),
      Arguments.Option("json", help: "Print transcript, code and claims as JSON, and nothing else."),
    ] + Terminal.options,
    notes: [
      "On a wide terminal the code stands beside the text, otherwise below it.",
      "A text that is longer than the terminal is shown with PAGER, or with 'less -R'; PAGER=cat does without.",
    ],
    action: .reading { arguments throws(Complaint) in
      let catalogue = try Surroundings.catalogue()
      let terminal = try Terminal(arguments)
      let text: LessonText
      if let file = arguments.value("transcript") {
        text = try given(file, for: try arguments.singleOperand(of: "read"), catalogue)
      } else if let name = try arguments.singleOperand(of: "read") {
        let lesson = try catalogue.lesson(name)
        let original =
          arguments.has("retelling")
          ? nil : try ImportedTranscripts(catalogue.checkout).transcript(of: lesson.entry)
        text = try LessonText(reading: lesson, in: catalogue.checkout, original: original)
      } else {
        throw .usage(
          "which lesson do you want to read?",
          advice: catalogue.lessons.map { "\($0.entry.number)  lessons read \($0.entry.id)" })
      }
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
      let page = Reader.lines(text, showing: choice, terminal.style).map { $0 + "\n" }.joined()
      if terminal.canRedraw { Pager.show(page) }
      StandardOutput.write(page)
      return .done
    })

  /// A transcript from anywhere; beside it the code of the lesson that was named, or that it can be told to belong to.
  private static func given(_ file: String, for name: String?, _ catalogue: Catalogue) throws(Complaint)
    -> LessonText
  {
    let url = URL(fileURLWithPath: file)
    let transcript = try TranscriptFile.read(url, name: file)
    let known = KnownLectures(catalogue).lesson(of: transcript, named: url.lastPathComponent)
    guard let name = name ?? known?.id else { return LessonText(transcript, named: url.lastPathComponent) }
    return try LessonText(reading: try catalogue.lesson(name), in: catalogue.checkout, original: transcript)
  }
}
