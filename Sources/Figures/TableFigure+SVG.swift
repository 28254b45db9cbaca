import Console

extension TableFigure {
  /// The columns are spread over the width of the page; where there are many, the picture is wider.
  func draw(on canvas: inout SVGCanvas) -> (width: Double, height: Double) {
    let pitch = 21.0
    let top = 44.0
    let labels = PlainText.fit([corner, ""] + rows.map(\.label), to: 40, TextStyle())
    let cells = columns.indices.map { self.cells($0).map { PlainText.fit($0, to: 40, TextStyle()) } }
    let widths = cells.map(SVGCanvas.most)
    var right = SVGCanvas.most(labels) + 4
    let free = canvas.width - right - widths.reduce(0, +)
    let gap = columns.isEmpty ? 0 : min(36, max(8, free / Double(columns.count)))
    func draw(_ texts: [String], x: Double, _ anchor: SVGCanvas.Anchor, on canvas: inout SVGCanvas) {
      for (index, text) in texts.enumerated() where !text.isEmpty {
        canvas.text(text, x: x, y: top + Double(index) * pitch, anchor, index < 2 ? "quiet" : "")
      }
    }
    draw(labels, x: 0, .start, on: &canvas)
    for column in columns.indices {
      right += gap + widths[column]
      draw(cells[column], x: right, .end, on: &canvas)
    }
    let rule = top + pitch + 7
    canvas.line(x1: 0, y1: rule, x2: right, y2: rule, "axis")
    return (max(canvas.width, right), top + Double(rows.count + 2) * pitch)
  }
}
