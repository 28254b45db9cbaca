import Console

/// A passage as it is read.
struct PassageText {
  /// A region of code; one that was shown at an earlier passage is only pointed to.
  struct Code {
    var region: SourceRegion
    var shownAt: Timestamp?
  }

  var said: Transcript.Passage
  var claims: [LessonText.Claim]
  var code: [Code]

  func textLines(columns: Int, _ style: TextStyle) -> [String] {
    let time = said.time.description
    let margin = String(repeating: " ", count: time.count + 2)
    let lines = Prose.wrap(PlainText.clean(said.text, style), to: columns, first: margin, rest: margin)
    return [Ink.bold.paint(time, style) + lines[0].dropFirst(time.count)] + lines.dropFirst()
  }

  /// The claims, each behind its verdict, and the code that was shown before.
  func noteLines(columns: Int, _ style: TextStyle) -> [String] {
    let claims = claims.flatMap { claim in
      let mark = ClaimText.mark(claim.record?.verdict, style)
      let margin = String(repeating: " ", count: DisplayWidth.of(mark) + 1)
      let text = PlainText.clean(claim.statement + (claim.record.map(Self.finding) ?? ""), style)
      let lines = Prose.wrap(text, to: columns, first: margin, rest: margin)
      return [ClaimText.ink(claim.record?.verdict).paint(mark, style) + lines[0].dropFirst(mark.count)]
        + lines.dropFirst()
    }
    let above = code.compactMap { code in code.shownAt.map { "\(code.region.place) (above, at \($0))" } }
    return claims + above.map { Ink.dim.paint(PlainText.clean($0, style), style) }
  }

  /// The code that is shown here, with the place of each region above it, and a blank line between regions.
  func codeLines(columns: Int, _ style: TextStyle) -> [String] {
    let blocks = shown.map { region in
      [Ink.dim.paint(PlainText.clean(region.place, style), style)]
        + CodeText(style: style, columns: columns, language: region.file.language).lines(region.lines)
    }
    return Array(blocks.joined(separator: [""]))
  }

  /// The columns of its widest line of code.
  var codeWidth: Int { shown.flatMap(\.lines).map(CodeText.width).max() ?? 0 }

  private var shown: [SourceRegion] { code.filter { $0.shownAt == nil }.map(\.region) }

  /// What was found out about a claim, in brackets.
  private static func finding(_ record: ClaimRecord) -> String {
    guard let measured = record.measured, record.verdict != .notMeasured else { return " (not measured)" }
    let value = NumberText.short(measured, unit: record.unit)
    switch record.verdict {
    case .holds, .notMeasured: return " (\(value))"
    case .corrected: return " (\(value); imprecise)"
    case .fails: return " (\(value); bound: \(ClaimText.text(of: record.bound, unit: record.unit)))"
    }
  }
}
