import Console

extension TableFigure {
  private static let gap = 2

  /// A table that needs more than the measure takes what the page has: a column that is left out is lost.
  func lines(_ style: TextStyle) -> [StyledLine] {
    let widest = style.measure * 4 / 10
    let labels = PlainText.fit([corner, ""] + rows.map(\.label), to: widest, style)
    let start = DisplayWidth.most(labels)
    let cells = columns.indices.map { self.cells($0).map { PlainText.fit($0, to: max(10, widest), style) } }
    let widths = cells.map(DisplayWidth.most)
    let shown = columnsShown(widths, from: start, to: style.width)
    return labels.indices.map { index in
      let ink: Ink? = index < 2 ? .dim : nil
      var line = StyledLine(labels[index], ink)
      var end = start
      for column in 0..<shown {
        end += Self.gap + widths[column]
        line.move(to: end - DisplayWidth.of(cells[column][index]))
        line.append(cells[column][index], ink)
      }
      if index == 0, shown < columns.count {
        line.move(to: end + 1)
        line.append(style.ascii ? "~" : "…", .dim)
      }
      return line
    }
  }

  /// How many columns there is room for, and for the ellipsis if that is not all of them.
  private func columnsShown(_ widths: [Int], from start: Int, to end: Int) -> Int {
    let ends = widths.reduce(into: [start]) { $0.append($0.last! + Self.gap + $1) }
    if ends.last! <= end { return widths.count }
    return ends.dropFirst().prefix { $0 + 2 <= end }.count
  }
}
