import Console
import Foundation
import Reading
import Report
import Workbook

/// All that a lesson's page is made of.
struct LessonContent: Sendable {
  /// An exercise, and how it stands as far as that is known without judging it.
  struct Exercise: Sendable {
    var exercise: CatalogueExercise
    var status: ExerciseStatus
  }

  let entry: SyllabusEntry
  /// The lesson's folder below the root, for example `Lessons/01-serial-vs-async`.
  let folder: String
  let readme: LessonReadme
  let text: LessonText
  let report: Report
  /// The files with ideas, in the order in which the README reads them, and then all others.
  let listings: [Listing]
  let exercises: [Exercise]
  /// The exercises of all lessons.
  private let others: [CatalogueExercise]

  /// Reads what the checkout has of a lesson.
  ///
  /// - Throws: a ``Console/Complaint`` that names the file that cannot be read.
  init(
    _ lesson: CatalogueLesson, report: Report, progress: Workbook.Progress, among others: [CatalogueExercise],
    withImported: Bool = false, in checkout: Checkout
  ) throws(Complaint) {
    let readme = LessonReadme(try LessonSources.text(of: "\(lesson.folder)/README.md", in: checkout))
    let sources = try LessonSources(reading: lesson, in: checkout)
    // A copy of the original is the reader's own, and goes into a book only if they say so.
    let original = withImported ? try ImportedTranscripts(checkout).transcript(of: lesson.entry) : nil
    let transcript = try TranscriptFile.read(lesson, in: checkout, original: original)
    entry = lesson.entry
    folder = lesson.folder
    self.others = others
    self.readme = readme
    self.report = report
    text = LessonText(
      lesson.entry, transcript: transcript, isOriginal: original != nil, sources: sources,
      report: LastReport(time: report.time, claims: report.claims))
    listings = try Self.listings(of: lesson, sources, readme, in: checkout)
    exercises = CatalogueExercise.all(of: lesson, in: checkout).map {
      Exercise(exercise: $0, status: progress.status(of: $0, in: checkout))
    }
  }

  var page: String { Self.page(of: entry) }

  /// The file of a lesson's page.
  static func page(of lesson: SyllabusEntry) -> String { "\(lesson.id).html" }

  var claims: [ClaimRecord] { report.claims }

  /// The exercise that practises a claim made at a time; it may be another lesson's.
  func exercise(practising time: String) -> CatalogueExercise? {
    (exercises.map(\.exercise) + others).first { readme.practice[$0.name]?.contains(time) == true }
  }

  /// Whether the ideas are there in a second language.
  var hasPython: Bool { listings.contains { $0.file.language == .python } }

  private static func listings(
    of lesson: CatalogueLesson, _ sources: LessonSources, _ readme: LessonReadme, in checkout: Checkout
  ) throws(Complaint) -> [Listing] {
    var paths = LessonSources.ideas(of: lesson, in: checkout)
    let own = Set(paths)
    for region in sources.regions where region.kind == .idea && !paths.contains(region.file.path) {
      paths.append(region.file.path)
    }
    let order = readme.files.map { normal("\(lesson.folder)/\($0.path)") }
    var listings: [(rank: Int, listing: Listing)] = []
    for path in paths {
      // An idea in Python has the name of the one in Swift, and its place.
      let twin = path.hasSuffix(".py") ? order.firstIndex { bareName($0) == bareName(path) } : nil
      let rank = twin ?? order.firstIndex { path == $0 || path.hasPrefix($0 + "/") } ?? order.count
      let isNamed = twin != nil || rank < order.count && path == order[rank]
      let listing = Listing(
        try LessonSources.text(of: path, in: checkout), of: SourceFile(path, in: lesson.folder),
        about: isNamed ? readme.files[rank].about : "", for: own.contains(path) ? nil : lesson.entry.id)
      if !listing.blocks.isEmpty { listings.append((rank, listing)) }
    }
    return listings.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.listing)
  }

  /// A file's name without its folder and its ending, in whatever way its words are joined.
  private static func bareName(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.prefix { $0 != "." }.filter { $0 != "_" }.lowercased()
  }

  /// A path without the steps up that a README's links have.
  private static func normal(_ path: String) -> String {
    path.split(separator: "/").reduce(into: [Substring]()) { parts, part in
      if part == ".." { parts.removeLast() } else { parts.append(part) }
    }.joined(separator: "/")
  }
}
