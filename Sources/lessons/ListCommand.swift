import Console
import Foundation
import Platform
import Workbook

extension Command {
  /// Shows the index.
  static let list = Command(
    name: "list", summary: "shows the lessons and what to do next",
    options: [Arguments.Option("json", help: "Print the list as JSON, and nothing else.")] + Terminal.options,
    action: .reading { arguments throws(Complaint) in
      try arguments.noOperands(of: "list")
      let terminal = try Terminal(arguments)
      let catalogue = try Surroundings.catalogue()
      for sentence in MovedAnswers.bringAlong(in: catalogue) { ProgressStore.writeWarning(sentence) }
      let progress = ProgressStore(catalogue.checkout).read()
      let index = Index(catalogue) { progress.passed(in: $0, catalogue.checkout) }
      if arguments.has("json") {
        StandardOutput.write(index.json + "\n")
      } else {
        let lines = IndexText(
          index, style: terminal.style, invocation: Surroundings.invocation,
          exercise: progress.next(in: catalogue)
        ).lines
        StandardOutput.write(lines.map { $0 + "\n" }.joined())
      }
      return .done
    })
}
