import Console

extension BarFigure {
  func draw(on canvas: inout SVGCanvas) -> (width: Double, height: Double) {
    let pitch = 28.0
    let barHeight = 16.0
    let top = 36.0
    let labels = PlainText.fit(bars.map(\.label), to: 40, TextStyle())
    let left = SVGCanvas.most(labels) + 12
    let length = max(40, canvas.width - left - SVGCanvas.most(bars.map(number)) * 1.1 - 8)
    if bars.isEmpty { canvas.text("no values", x: 0, y: top + pitch / 2 + 4.5, .start, "quiet") }
    for (index, bar) in bars.enumerated() {
      let middle = top + (Double(index) + 0.5) * pitch
      let width = share(bar) * length
      canvas.text(labels[index], x: left - 12, y: middle + 4.5, .end)
      if width > 0 {
        canvas.rectangle(
          x: left, y: middle - barHeight / 2, width: max(width, 1), height: barHeight, "bar",
          tip: "\(bar.label): \(number(bar))")
      }
      canvas.text(number(bar), x: left + width + 8, y: middle + 4.5, .start, "strong")
    }
    return (canvas.width, top + Double(max(1, bars.count)) * pitch)
  }
}
