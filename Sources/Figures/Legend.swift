import Console

/// What the glyphs of a figure mean, as text.
enum Legend {
  struct Item {
    var glyph: String
    var ink: Ink
    var text: String
  }

  /// The legend from the given column on, or from further left where it then fits on one line.
  ///
  /// Nothing is cut: two texts that differ only at their ends stay different. What is too long for a line goes on below.
  static func lines(_ items: [Item], _ style: TextStyle, from start: Int) -> [StyledLine] {
    let gap = 2
    let texts = items.map { PlainText.clean($0.text, style) }
    let lengths = zip(items, texts).map { DisplayWidth.of($0.glyph) + 1 + DisplayWidth.of($1) }
    let room = style.measure - lengths.reduce(-gap) { $0 + gap + $1 }
    let indent = room >= 0 ? min(start, room) : start + (lengths.max() ?? 0) <= style.measure ? start : 0
    var lines: [StyledLine] = []
    for (index, item) in items.enumerated() {
      let begin = lines.last.map { $0.columns + gap } ?? .max
      if begin > style.measure - lengths[index] { lines.append(StyledLine()) }
      lines[lines.count - 1].move(to: lines.last?.columns == 0 ? indent : begin)
      lines[lines.count - 1].append(item.glyph, item.ink)
      let margin = (lines.last?.columns ?? 0) + 1
      for (number, piece) in Prose.wrap(texts[index], to: style.measure - margin).enumerated() {
        if number > 0 { lines.append(StyledLine()) }
        lines[lines.count - 1].move(to: margin)
        lines[lines.count - 1].append(DisplayWidth.cut(piece, to: style.measure - margin, style))
      }
    }
    return lines
  }
}
