import Foundation
public import LessonKit

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
  /// - Parameter sources: the lesson's source files, names and contents, in the order in which they are to be shown.
  public init(_ entry: SyllabusEntry, transcript: Transcript, sources: [(name: String, text: String)]) {
    self.entry = entry
    self.transcript = transcript
    pairing = Pairing(transcript.cues, sources.flatMap { SourceMarks($0.text, file: $0.name).regions })
  }

  /// Reads a lesson's transcript and its source files: those directly in its folder, the story (`Lesson.swift`) last.
  ///
  /// - Throws: a ``LessonKit/Complaint`` that names the file where the transcript or a source cannot be read.
  public init(reading lesson: CatalogueLesson, in checkout: Checkout) throws(Complaint) {
    let transcript = try TranscriptFile.read(checkout.url(lesson.transcript), name: lesson.transcript)
    let names = SwiftFiles.names(in: checkout.url(lesson.folder))
    var sources: [(name: String, text: String)] = []
    for name in names.filter({ $0 != "Lesson.swift" }) + names.filter({ $0 == "Lesson.swift" }) {
      let path = "\(lesson.folder)/\(name)"
      guard let text = try? String(contentsOf: checkout.url(path), encoding: .utf8) else {
        throw .unavailable("\(path) cannot be read", advice: ["Is it a text in UTF-8 that you may read?"])
      }
      sources.append((name, text))
    }
    self.init(lesson.entry, transcript: transcript, sources: sources)
  }

  /// What is wrong with transcript and marks, a line each: nothing of it keeps one from reading.
  public var remarks: [String] {
    transcript.problems.flatMap { [$0.description, "  \($0.text)"] }
      + pairing.orphans.map {
        "\($0.region.file):\($0.region.mark): the mark [\($0.time)] names a time at which no cue of the transcript begins"
      }
  }
}
