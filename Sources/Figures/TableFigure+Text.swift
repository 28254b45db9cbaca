extension TableFigure {
  private static let gap = 2

  func lines(_ style: TextStyle) -> [StyledLine] {
    let widest = style.width * 4 / 10
    let labels = ([corner, ""] + rows.map(\.label)).map { PlainText.fit($0, to: widest, style) }
    let start = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let cells = columns.indices.map { self.cells($0).map { PlainText.fit($0, to: widest, style) } }
    let widths = cells.map { $0.map { DisplayWidth.of($0) }.max() ?? 0 }
    let shown = columnsShown(widths, from: start, to: style.width)

    var lines: [StyledLine] = []
    for index in labels.indices {
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
      lines.append(line)
    }
    return lines
  }

  /// How many columns there is room for, and for the ellipsis if that is not all of them.
  private func columnsShown(_ widths: [Int], from start: Int, to end: Int) -> Int {
    let ends = widths.reduce(into: [start]) { $0.append($0.last! + Self.gap + $1) }
    if ends.last! <= end { return widths.count }
    return ends.dropFirst().prefix { $0 + 2 <= end }.count
  }
}
