/// A line of text under construction: pieces in different inks, and how many columns they take.
package struct StyledLine {
  private var pieces: [(text: String, ink: Ink?)] = []
  package private(set) var columns = 0

  package init(_ text: String = "", _ ink: Ink? = nil, at column: Int = 0) {
    move(to: column)
    append(text, ink)
  }

  package mutating func append(_ text: String, _ ink: Ink? = nil) {
    guard !text.isEmpty else { return }
    columns += DisplayWidth.of(text)
    if let last = pieces.last, last.ink == ink {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append((text, ink))
    }
  }

  /// Fills up with spaces, so that what is appended next begins at the given column.
  package mutating func move(to column: Int) {
    append(String(repeating: " ", count: max(0, column - columns)))
  }

  /// The line as text. Spaces at its end are left out.
  package func render(_ style: TextStyle) -> String {
    var shown = pieces
    while let last = shown.popLast() {
      let text = last.text.reversed().drop { $0 == " " }.reversed()
      guard !text.isEmpty else { continue }
      shown.append((String(text), last.ink))
      break
    }
    return shown.reduce(into: "") { line, piece in
      line += piece.ink?.paint(piece.text, style) ?? piece.text
    }
  }
}
