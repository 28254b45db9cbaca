import Console
import Foundation
import HTML
import Report
import Workbook

/// The whole workbook as files: pages, and the reports that they were made of. The same reports make the same bytes.
struct Book {
  let lessons: [LessonContent]
  /// The rules of all pages.
  let style: String
  /// The scripts, by their names.
  private let scripts: [String: String]
  /// The command that makes it again.
  let command: String

  /// Reads what the checkout has of the lessons.
  ///
  /// - Throws: a ``Console/Complaint`` that names what cannot be read.
  init(
    _ lessons: [(lesson: CatalogueLesson, report: Report)], progress: Workbook.Progress, command: String,
    withImported: Bool = false, in checkout: Checkout
  ) throws(Complaint) {
    let exercises = Catalogue(checkout).exercises
    var contents: [LessonContent] = []
    for (lesson, report) in lessons {
      contents.append(
        try LessonContent(
          lesson, report: report, progress: progress, among: exercises, withImported: withImported,
          in: checkout))
    }
    self.lessons = contents
    self.command = command
    style = try Self.part("book.css", in: checkout)
    var scripts: [String: String] = [:]
    for name in ["book", "stage"] + contents.compactMap({ Play.of($0.entry.id) }).flatMap(\.scripts) {
      scripts[name] = try Self.part(name == "book" ? "book.js" : "play/\(name).js", in: checkout)
    }
    self.scripts = scripts
  }

  func files() throws -> [String: Data] {
    let origin = Origin(command: command)
    var files = [
      "index.html": Data(
        frame(
          nil, "The Async Workbook", "Lectures about asynchronous programming, as programs that run."
        )
        .page(IndexPage(lessons: lessons, origin: origin).contents).utf8)
    ]
    for (index, lesson) in lessons.enumerated() {
      var page = LessonPage(lesson: lesson, origin: origin)
      page.previous = index > 0 ? lessons[index - 1] : nil
      page.next = index + 1 < lessons.count ? lessons[index + 1] : nil
      let title = "\(lesson.entry.number) · \(lesson.entry.title) · The Async Workbook"
      files[lesson.page] = Data(frame(lesson, title, lesson.readme.question).page(page.contents).utf8)
      files[Self.report(of: lesson.entry)] = Data((try lesson.report.json + "\n").utf8)
    }
    return files
  }

  /// A page that stands by itself.
  static func page(_ contents: HTML, _ title: String, in checkout: Checkout) throws(Complaint) -> String {
    PageFrame(
      title: "\(title) · The Async Workbook", summary: title, links: [],
      style: try part("book.css", in: checkout), script: try part("book.js", in: checkout)
    ).page(contents)
  }

  /// Where a lesson's report is in the book.
  static func report(of lesson: SyllabusEntry) -> String { "reports/\(lesson.id).json" }

  private func frame(_ here: LessonContent?, _ title: String, _ summary: String) -> PageFrame {
    let links =
      [PageFrame.Link(title: "The Async Workbook", page: "index.html", isHere: here == nil)]
      + lessons.map {
        PageFrame.Link(
          number: $0.entry.number, title: $0.entry.title, page: $0.page, isHere: $0.entry == here?.entry)
      }
    return PageFrame(title: title, summary: summary, links: links, style: style, script: script(of: here))
  }

  /// The script of a lesson's page, or of the index: no page has more than it needs.
  func script(of lesson: LessonContent?) -> String {
    let play = lesson.flatMap { Play.of($0.entry.id) }
    let names = ["book"] + (play.map { ["stage"] + $0.scripts } ?? [])
    return names.map { scripts[$0, default: ""] }.joined(separator: "\n")
  }

  private static func part(_ name: String, in checkout: Checkout) throws(Complaint) -> String {
    let path = "Sources/book/Page/\(name)"
    guard let text = try? String(contentsOf: checkout.url(path), encoding: .utf8) else {
      throw .unavailable("\(path) cannot be read", advice: ["'git checkout -- \(path)' brings it back."])
    }
    return text
  }
}
