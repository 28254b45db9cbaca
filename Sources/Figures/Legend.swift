/// The line that says what the glyphs of a figure mean.
struct Legend {
  struct Item {
    var glyph: String
    var ink: Ink
    var text: String
  }

  private static let gap = 2

  private let items: [Item]
  /// The columns that each item's text takes uncut.
  private let textColumns: [Int]

  init(_ items: [Item], _ style: TextStyle) {
    self.items = items.map { Item(glyph: $0.glyph, ink: $0.ink, text: PlainText.clean($0.text, style)) }
    textColumns = self.items.map { DisplayWidth.of($0.text) }
  }

  /// How many columns the legend takes with every text cut to so many columns at most.
  func columns(limit: Int = .max) -> Int {
    zip(items, textColumns).reduce(-Self.gap) { columns, item in
      columns + DisplayWidth.of(item.0.glyph) + 1 + min(limit, item.1) + Self.gap
    }
  }

  /// The legend on one line, from the given column on, or from further left where that leaves too little room.
  ///
  /// Where the whole line is too short the longest texts are cut first; an item that still has no room is left out.
  func line(_ style: TextStyle, from start: Int) -> StyledLine {
    let shortest = 4
    let limit = (shortest...style.width).last { columns(limit: $0) <= style.width } ?? shortest
    var line = StyledLine()
    line.move(to: max(0, min(start, style.width - columns(limit: limit))))
    for item in items {
      let text = " " + DisplayWidth.cut(item.text, to: limit, style)
      guard line.columns + DisplayWidth.of(item.glyph + text) <= style.width else { break }
      line.append(item.glyph, item.ink)
      line.append(text)
      line.append(String(repeating: " ", count: min(Self.gap, style.width - line.columns)))
    }
    return line
  }
}
