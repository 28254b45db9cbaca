/// What the glyphs of a figure mean, as text.
struct Legend {
  struct Item {
    var glyph: String
    var ink: Ink
    var text: String
  }

  var items: [Item]

  /// The legend from the given column on, or from further left where it then fits on one line.
  ///
  /// Nothing is cut: two texts that differ only at their ends stay different. What is too long for a line goes on below.
  func lines(_ style: TextStyle, from start: Int) -> [StyledLine] {
    let gap = 2
    let texts = items.map { PlainText.clean($0.text, style) }
    let lengths = zip(items, texts).map { DisplayWidth.of($0.glyph) + 1 + DisplayWidth.of($1) }
    let room = style.measure - lengths.reduce(-gap) { $0 + gap + $1 }
    let indent = room >= 0 ? min(start, room) : start + (lengths.max() ?? 0) <= style.measure ? start : 0
    let flow = Flow(
      lengths.map(Double.init), gap: Double(gap), from: Double(indent), to: Double(style.measure))
    var lines: [StyledLine] = []
    var row = -1
    for (index, place) in flow.places.enumerated() {
      if place.row > row { lines.append(StyledLine()) }
      row = place.row
      let item = items[index]
      let begin = Int(place.start) + DisplayWidth.of(item.glyph) + 1
      let pieces = Prose.wrap(texts[index], to: style.measure - begin)
      for (number, piece) in pieces.enumerated() {
        if number > 0 { lines.append(StyledLine()) }
        lines[lines.count - 1].move(to: number > 0 ? begin : Int(place.start))
        if number == 0 { lines[lines.count - 1].append(item.glyph, item.ink) }
        lines[lines.count - 1].move(to: begin)
        lines[lines.count - 1].append(DisplayWidth.cut(piece, to: style.measure - begin, style))
      }
    }
    return lines
  }
}
