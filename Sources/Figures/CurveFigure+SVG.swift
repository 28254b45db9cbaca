import Measurement

extension CurveFigure {
  private static let plotTop = 66.0
  private static let plotHeight = 260.0

  /// The curves as SVG: lines with a shape of its series at each point, over a grid.
  func draw(on canvas: inout SVGCanvas) -> (width: Double, height: Double) {
    let geometry = geometry
    let ticks = geometry.y.ticks(atMost: 6)
    let left = (ticks.map { SVGCanvas.width(of: $0.label) }.max() ?? 0) + 12
    let frame = Frame(
      axis: SVGAxis(range: geometry.x, unit: x.unit, left: left, right: SVGDocument.width - 16),
      top: Self.plotTop, height: Self.plotHeight)
    let center = (frame.left + frame.right) / 2
    canvas.text(y.caption, x: 0, y: Self.plotTop - 18, .start, "quiet")
    if geometry.isEmpty {
      canvas.text("no values", x: center, y: frame.bottom - frame.height / 2, .middle, "quiet")
      canvas.line(x1: frame.left, y1: frame.bottom, x2: frame.right, y2: frame.bottom, "axis")
    } else {
      for tick in ticks {
        canvas.line(
          x1: frame.left, y1: frame.y(tick.fraction), x2: frame.right, y2: frame.y(tick.fraction), "grid")
        canvas.text(tick.label, x: frame.left - 8, y: frame.y(tick.fraction) + 4.5, .end, "quiet")
      }
      frame.axis.draw(y: frame.bottom, &canvas)
    }
    canvas.text(x.label, x: center, y: frame.bottom + 40, .middle, "quiet")
    for (index, points) in geometry.series.enumerated() {
      drawLine(points, index, frame, &canvas)
      drawPoints(index, geometry, frame, &canvas)
    }
    for (mark, position) in geometry.marks { draw(text(mark, geometry), position, frame, &canvas) }
    let legend = SVGLegend(series.map(\.label), left: frame.left)
    legend.draw(top: frame.bottom + 52, &canvas) { index, x, width, middle, canvas in
      canvas.line(x1: x, y1: middle, x2: x + width, y2: middle, "curve \(Self.style(index))")
      canvas.path(SVGShape(series: index).path(x: x + width / 2, y: middle), "point \(Self.style(index))")
    }
    return (SVGDocument.width, frame.bottom + 52 + legend.height)
  }

  private func drawLine(_ points: [Position], _ index: Int, _ frame: Frame, _ canvas: inout SVGCanvas) {
    guard points.count > 1 else { return }
    let steps = points.map { "\(SVGCanvas.number(frame.x($0.x))) \(SVGCanvas.number(frame.y($0.y)))" }
    canvas.path("M" + steps.joined(separator: "L"), "curve \(Self.style(index))")
  }

  private func drawPoints(_ index: Int, _ geometry: Geometry, _ frame: Frame, _ canvas: inout SVGCanvas) {
    var last: Position?
    for (point, value) in zip(geometry.series[index], geometry.values[index]) {
      // Points that stand closer than their shapes are wide would hide the line.
      if let last, abs(frame.x(point.x) - frame.x(last.x)) < 9, abs(frame.y(point.y) - frame.y(last.y)) < 9 {
        continue
      }
      last = point
      let place = "\(geometry.y.text(value[1], unit: y.unit)) at \(geometry.x.text(value[0], unit: x.unit))"
      let shape = SVGShape(series: index).path(x: frame.x(point.x), y: frame.y(point.y))
      canvas.path(shape, "point \(Self.style(index))", tip: "\(series[index].label): \(place)")
    }
  }

  private func draw(_ mark: String, _ position: Position, _ frame: Frame, _ canvas: inout SVGCanvas) {
    let (x, y) = (frame.x(position.x), frame.y(position.y))
    let isRight = x + 12 + SVGCanvas.width(of: mark) * 1.1 > frame.right
    canvas.line(x1: x, y1: y, x2: x, y2: frame.bottom, "marker")
    canvas.path(SVGShape.ring.path(x: x, y: y), "ring", tip: mark)
    canvas.text(
      mark, x: x + (isRight ? -12 : 12), y: y - 10, isRight ? .end : .start,
      "strong halo")
  }

  private static func style(_ series: Int) -> String { "series-\(series % SVGPalette.light.series.count)" }
}

/// The plot area on the page.
private struct Frame {
  var axis: SVGAxis
  var top: Double
  var height: Double

  var left: Double { axis.left }
  var right: Double { axis.right }
  var bottom: Double { top + height }
  func x(_ fraction: Double) -> Double { axis.x(fraction: fraction) }
  func y(_ fraction: Double) -> Double { bottom - fraction * height }
}
