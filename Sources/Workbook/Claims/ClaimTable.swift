package import Console

/// Claims as a table: when the lecture makes each, what was measured, what it had to be, and the verdict.
package struct ClaimTable {
  private let claims: [ClaimRecord]
  private let style: TextStyle

  package init(_ claims: [ClaimRecord], style: TextStyle) {
    self.claims = claims
    self.style = style
  }

  /// The table's lines, a heading for each lecture, and a line that counts the verdicts; without blanks at their ends.
  package var lines: [String] {
    var lines: [String] = []
    for (index, claim) in claims.enumerated() {
      if index == 0 || claims[index - 1].lecture != claim.lecture || claims[index - 1].lesson != claim.lesson
      {
        lines += heading(claim)
      }
      lines += rows(claim)
    }
    return lines.drop { $0.isEmpty } + ["", summary].map { PlainText.clean($0, style) }
  }

  private func heading(_ claim: ClaimRecord) -> [String] {
    let places = (claim.lesson.map { "\($0) · " } ?? "") + "lecture \(claim.lecture)"
    let title = DisplayWidth.cut(PlainText.clean(places, style), to: style.width, style)
    let titles = row(["at", "claim", "measured", "bound", "verdict"])
    return ["", Ink.bold.paint(title, style), "", Ink.dim.paint(titles.trimmedBehind, style)]
  }

  /// The claim's row, as many lines as its longest cell, and below it the reason where the verdict is not `holds`.
  private func rows(_ claim: ClaimRecord) -> [String] {
    let measured = claim.measured.map { NumberText.short($0, unit: claim.unit) } ?? "-"
    let bound = ClaimText.text(of: claim.bound, unit: claim.unit)
    let texts = [claim.at, claim.statement, measured, bound, claim.verdict.rawValue]
    let cells = zip(texts, widths).map { Prose.wrap(PlainText.clean($0, style), to: $1) }
    let height = cells.map(\.count).max() ?? 0
    let lines = (0..<height).map { line in
      let texts = cells.map { line < $0.count ? $0[line] : "" }
      let text = row(Array(texts.dropLast()))
      return (text + ink(claim.verdict).paint(texts[4], style)).trimmedBehind
    }
    guard claim.verdict != .holds, !claim.because.isEmpty else { return lines }
    let margin = String(repeating: " ", count: widths[0] + 2)
    let reason = PlainText.clean("→ \(claim.because)", style)
    return lines
      + Prose.wrap(reason, to: style.width, first: margin, rest: margin + "  ").map {
        Ink.dim.paint($0, style)
      }
  }

  /// The cells side by side, two blanks between them.
  private func row(_ cells: [String]) -> String {
    zip(cells, widths).map { DisplayWidth.pad($0, to: $1) + "  " }.joined()
  }

  /// The claim has what the other columns leave.
  private var widths: [Int] {
    let measured = width(
      of: claims.map { NumberText.short($0.measured ?? 0, unit: $0.unit) }, atLeast: 8, atMost: 16)
    let bound = width(
      of: claims.map { ClaimText.text(of: $0.bound, unit: $0.unit) }, atLeast: 5,
      atMost: style.width < 100 ? 16 : 28)
    let verdict = width(of: claims.map(\.verdict.rawValue), atLeast: 7, atMost: 12)
    return [5, max(style.width - 13 - measured - bound - verdict, 10), measured, bound, verdict]
  }

  private func width(of texts: [String], atLeast least: Int, atMost most: Int) -> Int {
    min(max(texts.map { DisplayWidth.of(PlainText.clean($0, style)) }.max() ?? 0, least), most)
  }

  private func ink(_ verdict: Verdict) -> Ink {
    switch verdict {
    case .holds: .good
    case .fails: .bad
    case .corrected, .notMeasured: .bold
    }
  }

  private var summary: String { Summary.text(of: claims) }
}
