package import Console

/// The program that makes the book: built on demand, so that the launcher is there sooner, and started in the launcher's place.
package struct BookProgram {
  /// The name of the product.
  static let product = "book"

  /// What the command is told.
  package static let options = [
    Arguments.Option(
      "output", value: "DIR", help: "Write the book there; book in the workbook's folder otherwise."),
    Arguments.Option("open", help: "Show it in the browser."),
    Arguments.Option("quick", help: "Measure in virtual time only: exact, and done in a moment."),
    Arguments.Option(
      "lesson", value: "LESSON", help: "Measure this lesson only; the others stay as the book has them."),
    Arguments.Option(
      "with-imported", help: "Show your imported transcripts in place of the retellings; for yourself alone."),
    Arguments.Option(
      "class", help: "Make a page of a class instead, from files that 'lessons check --json' has printed."),
  ]

  /// Built when it is called for.
  package let program: ProgramOnDemand

  package init(in checkout: Checkout, builtIn folder: BuildFolder) {
    program = ProgramOnDemand(
      Self.product, of: ["HTML", "Reading", "Workbook"], doing: "building what makes the book", in: checkout,
      builtIn: folder)
  }

  /// Reads the command's own words.
  ///
  /// - Throws: a ``Console/Complaint`` for words that it does not know.
  package static func arguments(_ words: [String]) throws(Complaint) -> Arguments {
    let arguments = try Arguments(words, options: options)
    if arguments.has("class") {
      if arguments.operands.isEmpty {
        throw .usage(
          "which files has the class?",
          advice: ["Each learner makes one: swift run lessons check --json > name.json"])
      }
      for option in ["quick", "lesson"] where arguments.has(option) {
        throw .usage("--class measures nothing: leave out --\(option)")
      }
      return arguments
    }
    guard let operand = arguments.operands.first else { return arguments }
    throw .usage(
      "'lessons book' takes options only, not '\(operand)'",
      advice: ["Did you mean --lesson \(operand), or --output \(operand)?"])
  }
}
