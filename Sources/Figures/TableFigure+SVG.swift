extension TableFigure {
  /// The table as SVG, its columns spread over the width of the page.
  func draw(on canvas: inout SVGCanvas) -> (width: Double, height: Double) {
    let pitch = 21.0
    let top = 44.0
    let labels = rows.map { PlainText.fit($0.label, to: 40, TextStyle()) }
    let left = (([corner] + labels).map(SVGCanvas.width).max() ?? 0) + 4
    let cells = columns.indices.map { self.cells($0).map { PlainText.fit($0, to: 20, TextStyle()) } }
    let widths = cells.map { $0.map(SVGCanvas.width).max() ?? 0 }
    let free = SVGDocument.width - left - widths.reduce(0, +)
    let gap = columns.isEmpty ? 0 : min(36, max(8, free / Double(columns.count)))

    canvas.text(corner, x: 0, y: top, .start, "quiet")
    for (index, label) in labels.enumerated() {
      canvas.text(label, x: 0, y: top + Double(index + 2) * pitch)
    }
    var right = left
    for column in columns.indices {
      right += gap + widths[column]
      for (index, cell) in cells[column].enumerated() {
        canvas.text(cell, x: right, y: top + Double(index) * pitch, .end, index < 2 ? "quiet" : "")
      }
    }
    let rule = top + pitch + 7
    canvas.line(x1: 0, y1: rule, x2: right, y2: rule, "axis")
    return (max(SVGDocument.width, right), top + Double(rows.count + 2) * pitch)
  }
}
