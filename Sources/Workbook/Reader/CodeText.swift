import Figures

/// Draws lines of Swift on a page.
struct CodeText {
  /// How it is drawn.
  var style: TextStyle
  /// The columns that there are; code that is wider is cut, and a comment on a line of its own is wrapped.
  var columns: Int
  /// Whether code that is wider is cut and not left to run over the edge.
  var isCut: Bool

  /// The lines of a region.
  func lines(_ lines: [SwiftSource.Line]) -> [String] {
    lines.flatMap { line in isWrapped(line) ? wrapped(line) : [drawn(line)] }
  }

  /// The columns that a line of code takes when nothing is cut.
  static func width(_ line: SwiftSource.Line) -> Int {
    line.code.isEmpty ? 0 : DisplayWidth.of(line.text)
  }

  private func isWrapped(_ line: SwiftSource.Line) -> Bool {
    line.code.isEmpty && line.comment?.hasPrefix("//") == true && DisplayWidth.of(line.text) > columns
  }

  private func wrapped(_ line: SwiftSource.Line) -> [String] {
    let comment = line.comment ?? ""
    let slashes = comment.prefix { $0 == "/" }
    let margin = String(line.characters.prefix { $0.isWhitespace }) + slashes + " "
    let text = PlainText.clean(comment.dropFirst(slashes.count).trimmed, style)
    return Prose.wrap(text, to: columns, first: margin, rest: margin).map { Ink.dim.paint($0, style) }
  }

  private func drawn(_ line: SwiftSource.Line) -> String {
    var pieces: [(text: String, kind: SwiftSource.Kind)] = []
    for (character, kind) in zip(line.characters, line.kinds) {
      let text = character == "\t" ? "  " : PlainText.clean(String(character), style)
      if pieces.last?.kind == kind {
        pieces[pieces.count - 1].text += text
      } else {
        pieces.append((text, kind))
      }
    }
    var room = isCut ? columns : .max
    var drawn = ""
    for (index, piece) in pieces.enumerated() {
      let behind = index == pieces.count - 1 ? 0 : 1
      let text = DisplayWidth.of(piece.text) + behind > room ? cut(piece.text, to: room) : piece.text
      drawn += painted(text, piece.kind)
      room -= DisplayWidth.of(text)
      if text != piece.text { break }
    }
    return drawn
  }

  private func cut(_ text: String, to columns: Int) -> String {
    // A space makes the text wider than the room, also where it alone would just fit and more follows it.
    DisplayWidth.cut(text + " ", to: columns, style)
  }

  private func painted(_ text: String, _ kind: SwiftSource.Kind) -> String {
    guard style.color else { return text }
    switch kind {
    case .comment: return Ink.dim.paint(text, style)
    case .string: return text
    case .code:
      return text.replacing(/[A-Za-z_][A-Za-z_0-9]*/) { match in
        Self.keywords.contains(String(match.output))
          ? Ink.bold.paint(String(match.output), style) : String(match.output)
      }
    }
  }

  private static let keywords: Set<String> = [
    "actor", "any", "as", "async", "await", "break", "case", "catch", "class", "continue", "default", "defer",
    "do", "else",
    "enum", "extension", "false", "for", "func", "guard", "if", "import", "in", "init", "let", "mutating",
    "nil",
    "nonisolated", "private", "protocol", "public", "return", "self", "Self", "some", "static", "struct",
    "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
  ]
}
