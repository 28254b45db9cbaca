import Measurement

extension CurveFigure {
  private static let plotRows = 11

  func lines(_ style: TextStyle) -> [StyledLine] {
    let geometry = geometry
    let ticks = geometry.isEmpty ? [] : geometry.y.ticks(atMost: 6)
    let labelColumns = ticks.map { DisplayWidth.of($0.label) }.max() ?? 0
    let rule = labelColumns + 1
    var cells = PlotCells(columns: style.width - rule - 1, rows: Self.plotRows, style)
    cells.draw(geometry)

    var lines = [StyledLine(Self.fit(y.caption, style), .dim)]
    let labels = Dictionary(ticks.map { (cells.row($0.fraction), $0.label) }) { first, _ in first }
    for row in 0..<Self.plotRows {
      var line = StyledLine()
      let label = labels[row] ?? ""
      line.move(to: labelColumns - DisplayWidth.of(label))
      line.append(label)
      line.move(to: rule)
      line.append(label.isEmpty ? (style.ascii ? "|" : "│") : (style.ascii ? "+" : "┤"), .dim)
      if geometry.isEmpty, row == Self.plotRows / 2 {
        line.append("  no values", .dim)
      } else {
        cells.append(row: row, to: &line)
      }
      lines.append(line)
    }
    let axis = HorizontalAxis(
      range: geometry.x, unit: x.unit, start: rule + 1, columns: cells.columns)
    lines += axis.lines(style, corner: style.ascii ? "+" : "└", isLabelled: !geometry.isEmpty)
    let caption = Self.fit(x.label, style)
    let captionColumns = DisplayWidth.of(caption)
    var below = StyledLine()
    below.move(to: min(rule + 1 + max(0, cells.columns - captionColumns) / 2, style.width - captionColumns))
    below.append(caption, .dim)
    lines += [below, legend(geometry).line(style, from: rule + 1)]
    return lines

    func legend(_ geometry: Geometry) -> Legend {
      let lines = series.enumerated().map { index, series in
        Legend.Item(glyph: PlotCells.seriesGlyph(index, style), ink: .series(index), text: series.label)
      }
      let marks = geometry.marks.map {
        Legend.Item(glyph: PlotCells.markGlyph(style), ink: .bold, text: text($0.mark, geometry))
      }
      let whole = Legend(lines + marks, style)
      guard whole.columns() > style.width else { return whole }
      // A number that is cut is another number: rather each name once, without the places.
      let names = geometry.marks.map(\.mark.label).reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }
      return Legend(
        lines + names.map { Legend.Item(glyph: PlotCells.markGlyph(style), ink: .bold, text: $0) }, style)
    }
  }

  private static func fit(_ text: String, _ style: TextStyle) -> String {
    PlainText.fit(text, to: style.width, style)
  }
}
