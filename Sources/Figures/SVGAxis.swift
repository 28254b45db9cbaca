/// A horizontal axis of time or of any other quantity, drawn as SVG.
struct SVGAxis {
  var range: AxisRange
  var unit: String
  var left: Double
  var right: Double

  func x(_ value: Double) -> Double { x(fraction: range.fraction(of: value)) }

  func x(fraction: Double) -> Double { left + fraction * (right - left) }

  /// Draws the line, its ticks and their numbers, and grid lines from the ticks up where `gridTop` says to where.
  func draw(y: Double, gridTop: Double? = nil, on canvas: inout SVGCanvas) {
    for (index, tick) in ticks.enumerated() {
      let x = x(fraction: tick.fraction)
      if let gridTop { canvas.line(x1: x, y1: gridTop, x2: x, y2: y, "grid") }
      canvas.line(x1: x, y1: y, x2: x, y2: y + 5, "axis")
      canvas.text(tick.label, x: x, y: y + 19, .middle, "quiet")
      if index == ticks.count - 1, !unit.isEmpty {
        canvas.text(unit, x: x + SVGCanvas.width(of: tick.label) / 2 + 5, y: y + 19, .start, "quiet")
      }
    }
    canvas.line(x1: left, y1: y, x2: right, y2: y, "axis")
  }

  /// As many ticks, up to ten, as have numbers that stand clear of one another.
  private var ticks: [AxisRange.Tick] {
    for count in stride(from: 10, to: 1, by: -1) {
      let ticks = range.ticks(atMost: count)
      let isClear = zip(ticks, ticks.dropFirst()).allSatisfy {
        let room = x(fraction: $1.fraction) - x(fraction: $0.fraction)
        return room >= (SVGCanvas.width(of: $0.label) + SVGCanvas.width(of: $1.label)) / 2 + 10
      }
      if isClear { return ticks }
    }
    return range.ticks(atMost: 1)
  }
}
