import Console
import Workbook

extension Command {
  /// Makes the pages.
  static let book: Command = Command(
    name: "book", summary: "makes the workbook as web pages, with this machine's figures",
    options: BookProgram.options,
    notes: [
      "The pages need no network and no server: open index.html. They can also be put on any web server as they are.",
      "Without --quick the lessons measure in real time, which takes a minute or two.",
      "A file that 'lessons book' has not made is never replaced or removed.",
      "'lessons book --class FILES' makes a page of who has done what, and which misconceptions were met, from files that the learners "
        + "have made: 'lessons check --json > name.json'. Nothing is sent anywhere.",
    ],
    action: .verbatim { words throws(Complaint) in
      let arguments = try BookProgram.arguments(words)
      if arguments.has("help") { return Command.book.showHelp() }
      let catalogue = try Surroundings.catalogue()
      // What is misspelt is told before anything is built.
      if let name = arguments.value("lesson") { _ = try catalogue.lesson(name) }
      let program = BookProgram(
        in: catalogue.checkout, builtIn: Surroundings.buildFolder(of: catalogue.checkout)
      ).program
      try program.prepare()
      try program.become(words)
    })
}
