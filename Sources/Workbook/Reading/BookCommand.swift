package import Console

/// `lessons book`: the workbook as pages.
package enum BookCommand: String, ProgramCommand {
  case book

  package static var program: CommandProgram { .book }

  package var options: [Arguments.Option] {
    [
      Arguments.Option(
        "output", value: "DIR", help: "Write the book there; book in the workbook's folder otherwise."),
      Arguments.Option("open", help: "Show it in the browser."),
      Arguments.Option("quick", help: "Measure in virtual time only: exact, and done in a moment."),
      Arguments.Option(
        "lesson", value: "LESSON", help: "Measure this lesson only; the others stay as the book has them."),
      Arguments.Option(
        "with-imported",
        help: "Show your imported transcripts in place of the retellings; for yourself alone."
      ),
      Arguments.Option(
        "class", help: "Make a page of a class instead, from files that 'lessons check --json' has printed."),
    ]
  }

  /// The one lesson that is to be measured, or `nil`.
  package func request(_ arguments: Arguments) throws(Complaint) -> CatalogueLesson? {
    if arguments.has("class") {
      if arguments.operands.isEmpty {
        throw .usage(
          "which files has the class?",
          advice: ["Each learner makes one: swift run lessons check --json > name.json"])
      }
      for option in ["quick", "lesson"] where arguments.has(option) {
        throw .usage("--class measures nothing: leave out --\(option)")
      }
      for file in arguments.operands { _ = try Surroundings.existing(file) }
    } else if let operand = arguments.operands.first {
      throw .usage(
        "'lessons book' takes options only, not '\(operand)'",
        advice: ["Did you mean --lesson \(operand), or --output \(operand)?"])
    }
    let catalogue = try Surroundings.catalogue()
    return try arguments.value("lesson").map { (name) throws(Complaint) in try catalogue.lesson(name) }
  }
}
