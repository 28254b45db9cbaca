import Console
import Foundation
import Platform
import Report
import Workbook

/// `lessons book`: measures, and writes the pages.
struct BookMaker {
  private let arguments: Arguments
  private let chosen: CatalogueLesson?
  private let catalogue: Catalogue

  /// - Parameter lesson: the one that is measured; `nil` for all.
  init(_ arguments: Arguments, measuring lesson: CatalogueLesson?, in catalogue: Catalogue) {
    self.arguments = arguments
    chosen = lesson
    self.catalogue = catalogue
  }

  func run() throws(Complaint) -> ExitStatus {
    let checkout = catalogue.checkout
    if arguments.has("class") { return try makeClassPage() }
    let output = BookFolder(
      url: arguments.value("output").map { URL(fileURLWithPath: $0) } ?? checkout.url("book"))
    let pages = catalogue.lessons.map { LessonContent.page(of: $0.entry) }
    try output.look(for: ["index.html"] + pages + catalogue.lessons.map { Book.report(of: $0.entry) })
    let reports = try reports(before: output)
    let book = try Book(
      reports, progress: ProgressStore(checkout).read(), command: command,
      withImported: arguments.has("with-imported"), in: checkout)
    let files: [String: Data]
    do {
      files = try book.files()
    } catch {
      throw .unavailable("a report cannot be written down: \(error)")
    }
    try output.write(files)
    let index = output.url.appendingPathComponent("index.html").path
    StandardOutput.write(
      "\(Summary.text(of: book.lessons.flatMap(\.claims)))\nThe book is at \(index)\n")
    if arguments.has("open") { open(index) }
    return .done
  }

  /// Makes the page of a class, in a folder of its own.
  private func makeClassPage() throws(Complaint) -> ExitStatus {
    let list = try ClassList(arguments.operands)
    let page = ClassPage(list: list, exercises: list.exercises(among: catalogue.exercises.map(\.name)))
    let output = BookFolder(
      url: arguments.value("output").map { URL(fileURLWithPath: $0) } ?? catalogue.checkout.url("class"))
    try output.write([
      "index.html": Data(try Book.page(page.contents, "The class", in: catalogue.checkout).utf8)
    ])
    let index = output.url.appendingPathComponent("index.html").path
    StandardOutput.write("The page of the class is at \(index)\n")
    if arguments.has("open") { open(index) }
    return .done
  }

  /// What the lessons report, in their order: those that are measured now, and of the others what the book has of them already.
  private func reports(before output: BookFolder) throws(Complaint) -> [(
    lesson: CatalogueLesson, report: Report
  )] {
    let time = arguments.has("quick") ? "virtual" : nil
    let folder = Surroundings.buildFolder(of: catalogue.checkout)
    var reports: [(lesson: CatalogueLesson, report: Report)] = []
    let present = catalogue.lessons.filter { $0.isPresent }
    for (index, lesson) in present.enumerated() {
      if chosen == nil || lesson == chosen {
        let place = chosen == nil ? " (\(index + 1) of \(present.count))" : ""
        let run = LessonRun(lesson, in: catalogue.checkout, builtIn: folder)
        reports.append((lesson, try run.report(as: Report.self, time: time, remark: place)))
      } else if let data = output.ownFile(Book.report(of: lesson.entry)),
        let report = try? Report(json: String(decoding: data, as: UTF8.self))
      {
        reports.append((lesson, report))
      }
    }
    return reports
  }

  /// How the reader makes the same book again. Where it is written does not belong to it: the pages are the same everywhere.
  private var command: String {
    "swift run lessons book" + (arguments.has("quick") ? " --quick" : "")
      + (arguments.has("with-imported") ? " --with-imported" : "")
  }

  /// Shows the page in the reader's browser, where the system has a program that does.
  private func open(_ page: String) {
    let openers = ["xdg-open", "open"].compactMap { Programs.find($0) }
    // Some openers stay as long as the browser does.
    let isOpen = openers.contains { SystemProcess.leaveBehind($0, [page], failsWithin: .seconds(3)) }
    if !isOpen {
      StandardOutput.writeError("lessons: no browser could be opened here; open the page yourself\n")
    }
  }
}
