package import Console

/// Lays a lesson's transcript, code and claims out for reading.
package enum Reader {
  package struct Choice: Sendable, Hashable {
    package var languages: Set<SourceText.Language> = [.swift]
    package var showsClaimCode = false

    package init(languages: Set<SourceText.Language> = [.swift], showsClaimCode: Bool = false) {
      self.languages = languages
      self.showsClaimCode = showsClaimCode
    }

    package func shows(_ region: SourceRegion) -> Bool {
      region.kind == .claim ? showsClaimCode : languages.contains(region.file.language)
    }
  }

  /// The page's lines, without blanks at their ends.
  package static func lines(
    _ lesson: LessonText, showing choice: Choice = Choice(), _ style: TextStyle
  ) -> [String] {
    var shown: [SourceRegion: Timestamp] = [:]
    // What stands beside the passages just above need not be pointed to.
    var latest: [SourceRegion] = []
    let passages = lesson.passages.map { passage in
      let regions = passage.regions.filter(choice.shows)
      let code = regions.filter { !latest.contains($0) }
        .map { PassageText.Code(region: $0, shownAt: shown[$0]) }
      for region in regions where shown[region] == nil { shown[region] = passage.said.time }
      if !regions.isEmpty { latest = regions }
      return PassageText(said: passage.said, claims: passage.claims, code: code)
    }
    return heading(lesson, style) + [""] + PassageLayout(passages, style: style).lines
  }

  private static func heading(_ lesson: LessonText, _ style: TextStyle) -> [String] {
    let transcript = lesson.transcript
    var below = [
      [transcript.course, transcript.chapter, transcript.lecture].compactMap(\.self).joined(separator: " · ")
    ]
    if let reader = transcript.retoldFor { below.append("Retold for \(reader).") }
    if lesson.passages.contains(where: { !$0.claims.isEmpty }) {
      below.append(
        lesson.lastRun.map { "The verdicts are those of your last run, in \($0) time." }
          ?? "\(ClaimText.mark(nil, style)) is a claim of the lecture: run the lesson to see whether it holds."
      )
    }
    let number = lesson.entry.number > 0 ? "\(lesson.entry.number) · " : ""
    let title = PlainText.clean(number + lesson.entry.title, style)
    return [Ink.bold.paint(title, style)]
      + below.filter { !$0.isEmpty }.flatMap { Prose.wrap(PlainText.clean($0, style), to: style.measure) }
      .map { Ink.dim.paint($0, style) }
  }
}
