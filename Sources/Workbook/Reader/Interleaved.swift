import Figures

/// The narrow page: what is said, and below it the code.
struct Interleaved {
  private static let margin = "    "

  private let passages: [PassageText]
  private let style: TextStyle

  init(_ passages: [PassageText], style: TextStyle) {
    self.passages = passages
    self.style = style
  }

  var lines: [String] {
    // Code may run over the edge of the page: a terminal shows the rest on the next line, a file keeps it.
    let drawing = CodeText(style: style, columns: style.width - Self.margin.count, isCut: false)
    var lines: [String] = []
    for passage in passages {
      lines += passage.cueLines(columns: min(style.width, 100), style: style)
      let code = passage.codeLines(drawing)
      guard !code.isEmpty else { continue }
      lines += [""] + code.map { $0.isEmpty ? "" : Self.margin + $0 } + [""]
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
