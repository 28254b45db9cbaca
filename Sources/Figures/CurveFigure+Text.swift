import Console
import Measurement

extension CurveFigure {
  private static let plotRows = 11

  func lines(_ style: TextStyle) -> [StyledLine] {
    let geometry = geometry
    let ticks = geometry.isEmpty ? [] : geometry.y.ticks(atMost: 6)
    let labelColumns = DisplayWidth.most(ticks.map(\.label))
    let start = labelColumns + 2
    var cells = PlotCells(columns: style.measure - start, rows: Self.plotRows, style)
    cells.draw(geometry)

    var lines = [StyledLine(PlainText.fit(y.caption, to: style.measure, style), .dim)]
    let labels = Dictionary(ticks.map { (cells.row($0.fraction), $0.label) }) { first, _ in first }
    for row in 0..<Self.plotRows {
      let label = labels[row] ?? ""
      var line = StyledLine(label, at: labelColumns - DisplayWidth.of(label))
      line.move(to: labelColumns + 1)
      line.append(label.isEmpty ? (style.ascii ? "|" : "│") : (style.ascii ? "+" : "┤"), .dim)
      if geometry.isEmpty, row == Self.plotRows / 2 {
        line.append("  no values", .dim)
      } else {
        cells.append(row: row, to: &line)
      }
      lines.append(line)
    }
    lines += geometry.x.lines(
      unit: x.unit, from: start, columns: cells.columns, style, corner: style.ascii ? "+" : "└",
      isLabelled: !geometry.isEmpty)

    let caption = PlainText.fit(x.label, to: style.measure, style)
    let width = DisplayWidth.of(caption)
    let middle = start + max(0, cells.columns - width) / 2
    let below = StyledLine(caption, .dim, at: min(middle, style.measure - width))

    let named = series.enumerated().map { index, series in
      Legend.Item(glyph: PlotCells.seriesGlyph(index, style), ink: .series(index), text: series.label)
    }
    let marks = geometry.marks.map {
      Legend.Item(glyph: PlotCells.markGlyph(style), ink: .bold, text: text($0.mark, geometry))
    }
    return lines + [below] + Legend.lines(named + marks, style, from: start)
  }
}
