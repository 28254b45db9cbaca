package import Console

/// What the doctor found, as a page.
package struct DoctorText {
  private let findings: [Inspection]
  private let style: TextStyle

  package init(_ findings: [Inspection], style: TextStyle) {
    self.findings = findings
    self.style = style
  }

  /// The page's lines: what was found, what it is for, and what to do.
  package var lines: [String] {
    let column = (findings.map { DisplayWidth.of($0.name) }.max() ?? 0) + 2
    return findings.flatMap { finding -> [String] in
      let mark = mark(finding.status)
      let name = " " + DisplayWidth.pad(finding.name, to: column)
      let margin = String(repeating: " ", count: DisplayWidth.of(mark + name))
      func wrap(_ text: String) -> [String] {
        Prose.wrap(PlainText.clean(text, style), to: style.measure, first: margin, rest: margin)
      }
      let value = wrap(finding.value)
      var lines = ["\(ink(finding.status).paint(mark, style))\(name)\(value[0].dropFirst(margin.count))"]
      lines += value.dropFirst()
      lines += wrap(finding.purpose).map { Ink.dim.paint($0, style) }
      if let advice = finding.advice { lines += wrap("→ \(advice)") }
      return lines
    } + ["", summary]
  }

  private var summary: String {
    let missing = findings.filter { $0.status == .missing }.map(\.name)
    if !missing.isEmpty { return "Needed and missing: \(missing.joined(separator: ", "))." }
    let limited = findings.filter { $0.status == .limited }.map(\.name)
    return limited.isEmpty
      ? "All there." : "All that is needed is there; limited: \(limited.joined(separator: ", "))."
  }

  private func mark(_ status: Inspection.Status) -> String {
    switch status {
    case .good: style.ascii ? "ok" : "✓"
    case .limited: style.ascii ? "--" : "–"
    case .missing: style.ascii ? "NO" : "✗"
    }
  }

  private func ink(_ status: Inspection.Status) -> Ink {
    switch status {
    case .good: .good
    case .limited: .dim
    case .missing: .bad
    }
  }
}
