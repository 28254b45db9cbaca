import Figures

/// The wide page: what is said on the left, its code on the right.
///
/// Code begins on the line of its cue. What is said next goes on below while the code is still running, as far as the
/// next cue that has code of its own.
struct TwoColumns {
  private let passages: [PassageText]
  private let style: TextStyle

  init(_ passages: [PassageText], style: TextStyle) {
    self.passages = passages
    self.style = style
  }

  var lines: [String] {
    let drawing = CodeText(style: style, columns: style.width - textColumns - 3, isCut: true)
    var left: [String] = []
    var right: [String] = []
    for passage in passages {
      let code = passage.codeLines(drawing)
      if !code.isEmpty {
        let row = max(left.count, right.isEmpty ? 0 : right.count + 1)
        left += Array(repeating: "", count: row - left.count)
        right += Array(repeating: "", count: row - right.count) + code
      }
      left += passage.cueLines(columns: textColumns, style: style)
    }
    let rule = Ink.dim.paint(style.ascii ? "|" : "│", style)
    return (0..<max(left.count, right.count)).map { row in
      let text = row < left.count ? left[row] : ""
      let code = row < right.count ? right[row] : ""
      return DisplayWidth.pad(text, to: textColumns) + " " + rule + (code.isEmpty ? "" : " " + code)
    }
  }

  /// As much as the code leaves, between what is too narrow to read and what is too wide.
  private var textColumns: Int {
    min(max(style.width - 3 - (passages.map(\.codeWidth).max() ?? 0), 42), 64)
  }
}
