package import Console
import Foundation

/// The code that a lesson's reader may see: its ideas, what is marked for it in the workbook's own sources, and its claims.
package struct LessonSources: Sendable, Hashable {
  /// The marked regions and the claims' code, in the order in which they are shown.
  package private(set) var regions: [SourceRegion] = []
  package private(set) var claims: [StatedClaim] = []
  /// What is wrong with the marks, a line each.
  package private(set) var remarks: [String] = []

  /// - Parameters:
  ///   - ideas: paths and contents of files, in the order in which they are to be shown; in those that are not in the
  ///     lesson's folder, only marks that name the lesson count.
  ///   - claims: paths and contents of the files that state the claims.
  package init(
    of lesson: String, in folder: String, ideas: [(path: String, text: String)],
    claims: [(path: String, text: String)] = []
  ) {
    for (path, text) in ideas {
      let file = SourceFile(path, in: folder)
      let marks = SourceMarks(text, of: file, for: file.name == path ? lesson : nil)
      regions += marks.regions
      remarks += marks.strayEnds.map { "\(file.name):\($0): the [end] ends nothing: no mark comes before it" }
    }
    for (path, text) in claims { self.claims += StatedClaim.all(in: text, of: SourceFile(path, in: folder)) }
    regions += self.claims.map(\.region)
  }

  /// Reads the ideas (on the top level of the lesson's folder, and in its folder `Python`), what is marked for the lesson in
  /// the workbook's own sources, and its claims (`Story/Claims.swift`).
  ///
  /// - Throws: a ``Console/Complaint`` that names the file that cannot be read.
  package init(reading lesson: CatalogueLesson, in checkout: Checkout) throws(Complaint) {
    func read(_ path: String) throws(Complaint) -> (path: String, text: String) {
      (path, try Self.text(of: path, in: checkout))
    }
    let folder = lesson.folder
    var ideas: [(path: String, text: String)] = []
    for path in Self.ideas(of: lesson, in: checkout) { ideas.append(try read(path)) }
    for name in SwiftFiles.namesWithin(checkout.url("Sources")).sorted() {
      let file = try read("Sources/\(name)")
      // To take a source apart costs far more than to see that it does not name the lesson.
      if file.text.contains("[\(lesson.entry.id) ") { ideas.append(file) }
    }
    var claims: [(path: String, text: String)] = []
    for name in SwiftFiles.names(in: checkout.url("\(folder)/Story")) where name.hasPrefix("Claims") {
      claims.append(try read("\(folder)/Story/\(name)"))
    }
    self.init(of: lesson.entry.id, in: folder, ideas: ideas, claims: claims)
  }

  /// The text of a file, by its path below the checkout.
  ///
  /// - Throws: a ``Console/Complaint`` that names it if it cannot be read.
  package static func text(of path: String, in checkout: Checkout) throws(Complaint) -> String {
    guard let text = try? String(contentsOf: checkout.url(path), encoding: .utf8) else {
      throw .unavailable("\(path) cannot be read", advice: ["Is it a text in UTF-8 that you may read?"])
    }
    return text
  }

  /// The paths of a lesson's files with ideas in them.
  package static func ideas(of lesson: CatalogueLesson, in checkout: Checkout) -> [String] {
    let url = checkout.url(lesson.folder)
    let python = SwiftFiles.visible(in: url.appendingPathComponent("Python")).filter { $0.hasSuffix(".py") }
    return (SwiftFiles.names(in: url) + python.sorted().map { "Python/\($0)" }).map {
      "\(lesson.folder)/\($0)"
    }
  }
}
