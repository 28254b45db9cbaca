import Console

/// Puts passages on a page: what is said on the left, its claims and its code on the right; all below one another where the
/// page is too narrow for that or most of the code too wide.
///
/// Claims and code always begin on the line of what is said with them. Passages without any may stand beside the code
/// of an earlier one, as long as all of them does. No line of code is cut.
struct PassageLayout {
  /// The narrowest page that has two columns.
  static let leastWidthOfTwoColumns = 100

  private static let codeMargin = "    "
  private static let leastTextColumns = 38

  private let passages: [PassageText]
  private let style: TextStyle
  private let isWide: Bool
  private let textColumns: Int
  private let codeColumns: Int

  init(_ passages: [PassageText], style: TextStyle) {
    self.passages = passages
    self.style = style
    let room = style.width - " │ ".count
    let widths = passages.map(\.codeWidth).filter { $0 > 0 }
    let fitting = widths.filter { $0 <= room - Self.leastTextColumns }
    isWide = style.width >= Self.leastWidthOfTwoColumns && fitting.count * 4 >= widths.count * 3
    textColumns = isWide ? min(max(room - (fitting.max() ?? 0), Self.leastTextColumns), 62) : style.measure
    codeColumns = room - textColumns
  }

  var lines: [String] {
    var page = Page(textColumns: textColumns, rule: Ink.dim.paint(style.ascii ? "|" : "│", style))
    for passage in passages {
      let text = passage.textLines(columns: textColumns, style)
      let notes = passage.noteLines(columns: isWide ? codeColumns : textColumns - 7, style)
      let isBeside = isWide && passage.codeWidth <= codeColumns
      let code = passage.codeLines(
        columns: isBeside ? codeColumns : style.width - Self.codeMargin.count, style)
      if isBeside {
        // No later passage may stand beside the notes: it would seem to be what they are about.
        let left = text + Array(repeating: "", count: max(0, notes.count - text.count))
        page.add(left, beside: Array([notes, code].filter { !$0.isEmpty }.joined(separator: [""])))
      } else if isWide {
        page.add(text, beside: notes, below: code.map { $0.isEmpty ? "" : Self.codeMargin + $0 })
      } else {
        let margin = String(repeating: " ", count: passage.said.time.description.count + 2)
        page.add(text + notes.map { margin + $0 }, below: code.map { $0.isEmpty ? "" : Self.codeMargin + $0 })
      }
    }
    return page.finished
  }
}

/// Two columns of lines, and lines below that take the whole width.
private struct Page {
  var textColumns: Int
  var rule: String
  var done: [String] = []
  var left: [String] = []
  var right: [String?] = []

  mutating func add(_ text: [String], beside: [String] = [], below: [String] = []) {
    let fitsBeside = left.count + text.count <= right.count && below.isEmpty
    if !beside.isEmpty || (left.count < right.count && !fitsBeside) {
      let row = max(left.count, right.count) + (left.isEmpty ? 0 : 1)
      left += Array(repeating: "", count: row - left.count)
      right += Array(repeating: nil, count: row - right.count)
    }
    left += text
    right += beside.map(\.self)
    guard !below.isEmpty else { return }
    endColumns()
    done += [""] + below + [""]
  }

  private mutating func endColumns() {
    done += (0..<max(left.count, right.count)).map { row in
      let text = row < left.count ? left[row] : ""
      guard row < right.count, let beside = right[row] else { return text }
      return DisplayWidth.pad(text, to: textColumns) + " " + rule + (beside.isEmpty ? "" : " " + beside)
    }
    (left, right) = ([], [])
  }

  var finished: [String] {
    var page = self
    page.endColumns()
    if page.done.last == "" { page.done.removeLast() }
    return page.done
  }
}
