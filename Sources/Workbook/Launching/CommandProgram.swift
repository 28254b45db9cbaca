/// A program that does some of the launcher's commands: built when one of them is called for, so that the launcher is there sooner.
package struct CommandProgram: Sendable, Hashable {
  /// The product's name, which is also that of its folder in `Sources`.
  package let product: String
  /// What it is built from besides, as far as lessons are not.
  let modules: [String]
  /// What the reader is told while it is built.
  let activity: String

  /// Shows transcripts beside the code, takes over the reader's own, and makes lessons of them.
  package static let reader = CommandProgram(
    product: "reader", modules: ["Reading", "Workbook"], activity: "building what reads the transcripts")
  /// Judges exercises, watches them, and helps with them.
  package static let workshop = CommandProgram(
    product: "workshop", modules: ["Workbook"], activity: "building what judges the exercises")
  /// Makes the book.
  package static let book = CommandProgram(
    product: "book", modules: ["HTML", "Reading", "Workbook"], activity: "building what makes the book")
  /// The games.
  package static let play = CommandProgram(
    product: "play", modules: ["Workbook"], activity: "building the games")

  /// The folders in `Sources` that lessons are not built from: these programs', the launcher's and the benchmarks' own.
  static let foldersOfTheirOwn = [reader, workshop, book, play].reduce(into: Set(["lessons", "bench"])) {
    $0.formUnion([$1.product] + $1.modules)
  }
}
