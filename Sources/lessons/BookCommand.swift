import Workbook

extension Command {
  /// Makes the pages.
  static let book = Command(
    BookCommand.book, summary: "makes the workbook as web pages, with this machine's figures",
    notes: [
      "The pages need no network and no server: open index.html. They can also be put on any web server as they are.",
      "Without --quick the lessons measure in real time, which takes a minute or two.",
      "A file that 'lessons book' has not made is never replaced or removed.",
      "'lessons book --class FILES' makes a page of who has done what, and which misconceptions were met, from files that the learners "
        + "have made: 'lessons check --json > name.json'. Nothing is sent anywhere.",
    ])
}
