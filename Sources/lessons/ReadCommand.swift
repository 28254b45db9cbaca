import Platform
import Report
import Workbook

extension Command {
  /// Shows transcript and code.
  static let read = Command(
    name: "read", summary: "shows a lesson's transcript beside its code", operands: "<lesson>",
    options: Terminal.options,
    notes: [
      "From \(Reader.leastWidthOfTwoColumns) columns on, the code stands beside the text, and below it otherwise."
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
      StandardOutput.write(Reader(text, style: terminal.style).lines.map { $0 + "\n" }.joined())
      StandardOutput.writeError(text.remarks.map { "lessons: \($0)\n" }.joined())
      return .done
    })
}
