import Report
import Workbook

/// A lesson's transcript with its code and claims, as other programs read it (`lessons read --json`), version 1.
package struct ReadingReport: Sendable, Hashable, Codable {
  /// Something that is said.
  package struct Cue: Sendable, Hashable, Codable {
    /// When its first word is said, as `mm:ss`.
    package var at: String
    /// What is said.
    package var text: String
    /// The code that belongs to it.
    package var code: [Code]
    /// The ids of the claims that are made there.
    package var claims: [String]
  }

  /// A stretch of code.
  package struct Code: Sendable, Hashable, Codable {
    /// The file's path below the workbook's root.
    package var file: String
    /// Its first line, from 1.
    package var from: Int
    /// Its last line.
    package var to: Int
    /// Whether it is an idea or says how a claim is measured.
    package var kind: SourceRegion.Kind
    /// The language that it is written in.
    package var language: SourceText.Language
  }

  /// The version of the format.
  package var version = 1
  /// The lesson's id.
  package var lesson: String
  /// What is said, in the order of the lecture.
  package var cues: [Cue]

  package init(_ text: LessonText) {
    lesson = text.entry.id
    cues = text.passages.map { passage in
      Cue(
        at: "\(passage.said.time)", text: passage.said.text,
        code: passage.regions.map { region in
          Code(
            file: region.file.path, from: region.firstLine, to: region.lastLine, kind: region.kind,
            language: region.file.language)
        },
        claims: passage.claims.map(\.id))
    }
  }

  /// The report as JSON.
  package var json: String { JSONText.of(self) }
}
