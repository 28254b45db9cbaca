import Console

/// Draws lines of code on a page.
struct CodeText {
  var style: TextStyle
  /// The columns that there are; what is wider goes on in the next line.
  var columns: Int
  var language: SourceText.Language

  func lines(_ lines: [SourceText.Line]) -> [String] {
    var drawn: [String] = []
    var rest = lines[...]
    while let line = rest.first {
      let run = rest.prefix { Self.isComment($0) && $0.indentation == line.indentation }
      drawn += run.isEmpty ? code(line) : comment(run)
      rest = rest.dropFirst(max(run.count, 1))
    }
    return drawn
  }

  /// The columns that a line needs to stay one; none for a comment on a line of its own, which is wrapped like text.
  static func width(_ line: SourceText.Line) -> Int {
    isComment(line) ? 0 : DisplayWidth.of(line.text)
  }

  private static func isComment(_ line: SourceText.Line) -> Bool {
    line.code.isEmpty && (line.comment?.hasPrefix("//") == true || line.comment?.hasPrefix("#") == true)
  }

  /// Lines of a comment, as they are where all of them fit, and otherwise as paragraphs.
  private func comment(_ lines: ArraySlice<SourceText.Line>) -> [String] {
    let fits = lines.allSatisfy { DisplayWidth.of($0.text) <= columns }
    var paragraphs: [(margin: String, text: String)] = []
    for line in lines {
      let comment = line.comment ?? ""
      let sign = comment.prefix { language.comment.contains($0) }
      let margin = String(repeating: " ", count: line.indentation) + sign + " "
      let text = PlainText.clean(String(comment.dropFirst(sign.count).drop { $0 == " " }), style)
      let goesOn =
        !fits && paragraphs.last.map { $0.margin == margin && !$0.text.isEmpty } == true
        && text.first?.isLetter == true && comment.dropFirst(sign.count).prefix { $0 == " " }.count < 2
      if goesOn {
        paragraphs[paragraphs.count - 1].text += " " + text
      } else {
        paragraphs.append((margin, text))
      }
    }
    return paragraphs.flatMap { Prose.wrap($0.text, to: columns, first: $0.margin, rest: $0.margin) }
      .map { Ink.dim.paint($0.trimmedBehind, style) }
  }

  /// The line, or as many as it takes, broken between words and indented from the second on.
  private func code(_ line: SourceText.Line) -> [String] {
    var rest = Array(zip(line.characters, line.kinds))
    let indentation = String(repeating: " ", count: min(line.indentation + 4, columns / 2))
    var lines: [String] = []
    var margin = ""
    while true {
      let end = end(of: rest, within: columns - margin.count)
      lines.append(margin + painted(rest[..<end]))
      rest = Array(rest[end...].drop { $0.0 == " " })
      if rest.isEmpty { return lines }
      margin = indentation
    }
  }

  /// Behind the last word that fits.
  private func end(of rest: [(Character, SourceText.Kind)], within room: Int) -> Int {
    var width = 0
    var end: Int?
    var hasWords = false
    for (index, piece) in rest.enumerated() {
      if piece.0 == " ", hasWords { end = index }
      hasWords = hasWords || piece.0 != " "
      width += DisplayWidth.of(shown(piece.0))
      if width > room { return end ?? max(1, index) }
    }
    return rest.count
  }

  private func shown(_ character: Character) -> String {
    character == "\t" ? "  " : PlainText.clean(String(character), style)
  }

  private func painted(_ pieces: ArraySlice<(Character, SourceText.Kind)>) -> String {
    var drawn = ""
    var rest = pieces
    while let kind = rest.first?.1 {
      let run = rest.prefix { $0.1 == kind }
      drawn += painted(run.map { shown($0.0) }.joined(), kind)
      rest = rest.dropFirst(run.count)
    }
    return drawn
  }

  private func painted(_ text: String, _ kind: SourceText.Kind) -> String {
    guard style.color else { return text }
    switch kind {
    case .comment: return Ink.dim.paint(text, style)
    case .string: return text
    case .code:
      return text.replacing(/[A-Za-z_][A-Za-z_0-9]*/) { match in
        language.keywords.contains(match.output)
          ? Ink.bold.paint(String(match.output), style) : String(match.output)
      }
    }
  }
}
