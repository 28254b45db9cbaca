import Foundation
public import Report

/// What there is to read of a lesson: its transcript, and the code that belongs to it.
public struct LessonText: Sendable, Hashable {
  /// What the index says of the lesson.
  public var entry: SyllabusEntry
  /// The transcript.
  public var transcript: Transcript
  /// The transcript's cues with their code.
  public var pairing: Pairing

  /// Creates the text of a lesson.
  ///
  /// - Parameters:
  ///   - sources: the lesson's source files, names and contents, in the order in which they are to be shown.
  ///   - shared: source files that are no lesson's own; only marks that name the lesson count there.
  public init(
    _ entry: SyllabusEntry, transcript: Transcript, sources: [(name: String, text: String)],
    shared: [(name: String, text: String)] = []
  ) {
    self.entry = entry
    self.transcript = transcript
    pairing = Pairing(
      transcript.cues,
      sources.flatMap { SourceMarks($0.text, file: $0.name).regions }
        + shared.flatMap { SourceMarks($0.text, file: $0.name, of: entry.id).regions })
  }

  /// Reads a lesson's transcript and its code: the source files in its folder, those in folders within first and the story
  /// (`Lesson.swift`) last, and then what is marked for it in the workbook's own (`Sources`).
  ///
  /// - Throws: a ``LessonKit/Complaint`` that names the file where the transcript or a source cannot be read.
  public init(reading lesson: CatalogueLesson, in checkout: Checkout) throws(Complaint) {
    let transcript = try TranscriptFile.read(checkout.url(lesson.transcript), name: lesson.transcript)
    let names = SwiftFiles.namesWithin(checkout.url(lesson.folder))
    let order = { (name: String) in (name == "Lesson.swift" ? 2 : name.contains("/") ? 0 : 1, name) }
    var sources: [(name: String, text: String)] = []
    for name in names.sorted(by: { order($0) < order($1) }) {
      sources.append((name, try Self.text("\(lesson.folder)/\(name)", in: checkout)))
    }
    var shared: [(name: String, text: String)] = []
    for name in SwiftFiles.namesWithin(checkout.url("Sources")).sorted() {
      let path = "Sources/\(name)"
      let text = try Self.text(path, in: checkout)
      // To take a source apart costs far more than to see that it does not name the lesson.
      if text.contains("[\(lesson.entry.id) ") { shared.append((path, text)) }
    }
    self.init(lesson.entry, transcript: transcript, sources: sources, shared: shared)
  }

  private static func text(_ path: String, in checkout: Checkout) throws(Complaint) -> String {
    guard let text = try? String(contentsOf: checkout.url(path), encoding: .utf8) else {
      throw .unavailable("\(path) cannot be read", advice: ["Is it a text in UTF-8 that you may read?"])
    }
    return text
  }

  /// What is wrong with transcript and marks, a line each: nothing of it keeps one from reading.
  public var remarks: [String] {
    transcript.problems.flatMap { [$0.description, "  \($0.text)"] }
      + pairing.orphans.map {
        "\($0.region.file):\($0.region.mark): the mark [\($0.time)] names a time at which no cue of the transcript begins"
      }
  }
}
