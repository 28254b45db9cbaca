/// A claim with its verdict, as lines of text.
package enum ClaimText {
  /// The statement behind its verdict, and below it the figures and what they mean.
  package static func lines(_ claim: ClaimRecord, to measure: Int, _ style: TextStyle) -> [String] {
    let mark = mark(claim.verdict, style)
    let margin = String(repeating: " ", count: DisplayWidth.of(mark) + 8)
    let statement = Prose.wrap(claim.statement, to: measure, first: margin, rest: margin)
    let verdict = "\(ink(claim.verdict).paint(mark, style)) \(Ink.bold.paint(claim.at, style))  "
    let figures = Prose.wrap(explanation(claim), to: measure, first: margin, rest: margin)
    return [verdict + statement[0].dropFirst(margin.count)] + statement.dropFirst()
      + figures.map { Ink.dim.paint($0, style) }
  }

  /// What was seen, in sentences that stand by themselves, and the figure with its bound in brackets behind them.
  private static func explanation(_ claim: ClaimRecord) -> String {
    let sentences = "\(sentence(claim.verdict.rawValue)) \(sentence(claim.because))"
    guard let measured = claim.measured, claim.verdict != .notMeasured else { return sentences }
    let value = NumberText.short(measured, unit: claim.unit)
    return "\(sentences) (\(value); bound: \(text(of: claim.bound, unit: claim.unit)))"
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }

  /// A bound in words, for example `at most 1.3 ×`.
  package static func text(of bound: Bound, unit: String) -> String {
    // A unit in words stands behind the measured value and need not be said twice.
    let unit = unit.contains(" ") ? "" : unit
    func short(_ value: Double) -> String { NumberText.short(value, unit: unit) }
    return switch (bound.min, bound.max) {
    case (nil, nil): "no bound"
    case (let least?, nil): "at least \(short(least))"
    case (nil, let greatest?): "at most \(short(greatest))"
    case (let least?, let greatest?):
      short(least) == short(greatest)
        ? "exactly \(short(least))" : "\(NumberText.short(least)) to \(short(greatest))"
    }
  }

  /// The sign of a verdict, or of a claim that has none yet.
  package static func mark(_ verdict: Verdict?, _ style: TextStyle) -> String {
    switch verdict {
    case .holds: style.ascii ? "ok" : "✓"
    case .fails: style.ascii ? "NO" : "✗"
    case .corrected: style.ascii ? "~~" : "≈"
    case .notMeasured: style.ascii ? "--" : "–"
    case nil: style.ascii ? "o" : "○"
    }
  }

  package static func ink(_ verdict: Verdict?) -> Ink {
    switch verdict {
    case .holds: .good
    case .fails: .bad
    case .corrected, .notMeasured, nil: .dim
    }
  }
}
