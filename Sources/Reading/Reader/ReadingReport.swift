import Console

/// A lesson's transcript with its code and claims, as other programs read it (`lessons read --json`), version 1.
package struct ReadingReport: Sendable, Hashable, Codable {
  package struct Cue: Sendable, Hashable, Codable {
    /// When its first word is said, as `mm:ss`.
    package var at: String
    package var text: String
    package var code: [Code]
    /// The ids of the claims that are made there.
    package var claims: [String]
  }

  package struct Code: Sendable, Hashable, Codable {
    /// The file's path below the workbook's root.
    package var file: String
    /// Its first line, from 1.
    package var from: Int
    package var to: Int
    package var kind: SourceRegion.Kind
    package var language: SourceText.Language
  }

  package var version = 1
  /// The lesson's id.
  package var lesson: String
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

  package var json: String { JSONText.of(self) }
}
