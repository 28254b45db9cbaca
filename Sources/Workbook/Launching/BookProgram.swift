import Foundation
import Platform
package import Report

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
  ]

  private let build: ProductBuild

  package init(in checkout: Checkout, builtIn folder: BuildFolder) {
    let own = [Self.product, "HTML", "Reading", "Workbook"].map { "Sources/\($0)" }
    let freshness = Freshness(of: Self.product, from: own, in: checkout, builtIn: folder)
    build = ProductBuild(Self.product, freshness, in: checkout, builtIn: folder)
  }

  /// Reads the command's own words.
  ///
  /// - Throws: a ``Report/Complaint`` for words that it does not know.
  package static func arguments(_ words: [String]) throws(Complaint) -> Arguments {
    let arguments = try Arguments(words, options: options)
    guard let operand = arguments.operands.first else { return arguments }
    throw .usage(
      "'lessons book' takes options only, not '\(operand)'",
      advice: ["Did you mean --lesson \(operand), or --output \(operand)?"])
  }

  /// Builds the program if it is not up to date.
  ///
  /// - Throws: a ``Report/Complaint`` where there is no program to run in the end.
  package func prepare() throws(Complaint) {
    let progress = ProgressLine()
    defer { progress.clear() }
    let outcome = try build.run { elapsed, remark in
      progress.show("building what makes the book", remark, elapsed: elapsed)
    }
    guard case .rejected(let output) = outcome else { return }
    progress.clear()
    let messages = BuildOutput.messages(output)
    StandardOutput.writeError(messages.isEmpty ? "" : messages + "\n\n")
    throw .unavailable("the book's program does not build", advice: ["Mend what the compiler names above."])
  }

  /// Becomes the program: from here on it has the terminal and all signals.
  ///
  /// - Throws: a ``Report/Complaint`` if that fails; otherwise it does not return.
  package func become(_ words: [String]) throws(Complaint) -> Never {
    let file = build.freshness.binary.path
    do {
      try SystemProcess.become(file, [Self.product] + words)
    } catch {
      throw .unavailable("\(file) does not start: \(error)", advice: ["Delete the file, and try again."])
    }
  }
}
