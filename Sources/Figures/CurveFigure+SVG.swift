import Measurement

extension CurveFigure {
  /// Lines with a shape of its series at each point, over a grid.
  func draw(on canvas: inout SVGCanvas) -> (width: Double, height: Double) {
    let geometry = geometry
    let ticks = geometry.y.ticks(atMost: 6)
    let left = SVGCanvas.most(ticks.map(\.label)) + 12
    let frame = Frame(
      axis: SVGAxis(range: geometry.x, unit: x.unit, left: left, right: SVGDocument.width - 16))
    let center = (frame.left + frame.right) / 2
    canvas.text(y.caption, x: 0, y: frame.top - 18, .start, "quiet")
    if geometry.isEmpty {
      canvas.text("no values", x: center, y: (frame.top + frame.bottom) / 2, .middle, "quiet")
      canvas.line(x1: frame.left, y1: frame.bottom, x2: frame.right, y2: frame.bottom, "axis")
    } else {
      for tick in ticks {
        let y = frame.y(tick.fraction)
        canvas.line(x1: frame.left, y1: y, x2: frame.right, y2: y, "grid")
        canvas.text(tick.label, x: frame.left - 8, y: y + 4.5, .end, "quiet")
      }
      frame.axis.draw(y: frame.bottom, on: &canvas)
    }
    canvas.text(x.label, x: center, y: frame.bottom + 40, .middle, "quiet")
    for (index, points) in geometry.series.enumerated() {
      drawLine(points, index, frame, on: &canvas)
      drawPoints(index, geometry, frame, on: &canvas)
    }
    drawMarks(geometry, frame, on: &canvas)
    let end = SVGLegend.draw(series.map(\.label), left: frame.left, top: frame.bottom + 52, on: &canvas) {
      index, x, width, middle, canvas in
      canvas.line(x1: x, y1: middle, x2: x + width, y2: middle, "curve \(Self.style(index))")
      canvas.path(SVGShape(series: index).path(x: x + width / 2, y: middle), "point \(Self.style(index))")
    }
    return (SVGDocument.width, end)
  }

  private func drawLine(_ points: [Position], _ index: Int, _ frame: Frame, on canvas: inout SVGCanvas) {
    guard points.count > 1 else { return }
    let steps = points.map { "\(SVGCanvas.number(frame.x($0.x))) \(SVGCanvas.number(frame.y($0.y)))" }
    canvas.path("M" + steps.joined(separator: "L"), "curve \(Self.style(index))")
  }

  private func drawPoints(_ index: Int, _ geometry: Geometry, _ frame: Frame, on canvas: inout SVGCanvas) {
    var last: Position?
    for (point, value) in zip(geometry.series[index], geometry.values[index]) {
      // Points that stand closer than their shapes are wide would hide the line.
      if let last, abs(frame.x(point.x) - frame.x(last.x)) < 9, abs(frame.y(point.y) - frame.y(last.y)) < 9 {
        continue
      }
      last = point
      let place =
        "\(geometry.y.text(value[1], unit: y.unit)) at \(geometry.x.text(value[0], unit: x.unit))"
      let shape = SVGShape(series: index).path(x: frame.x(point.x), y: frame.y(point.y))
      canvas.path(shape, "point \(Self.style(index))", tip: "\(series[index].label): \(place)")
    }
  }

  /// Rings around the marks, and their names where they hide the least.
  private func drawMarks(_ geometry: Geometry, _ frame: Frame, on canvas: inout SVGCanvas) {
    let places = geometry.marks.map { (x: frame.x($0.position.x), y: frame.y($0.position.y)) }
    var taken = geometry.series.flatMap { frame.samples(along: $0) }
    for (x, y) in places {
      canvas.line(x1: x, y1: y, x2: x, y2: frame.bottom, "marker")
      canvas.path(SVGShape.ring.path(x: x, y: y), "ring")
      taken += stride(from: y, to: frame.bottom, by: 4).map { (x, $0) }
      taken += [(x - 8, y), (x + 8, y), (x, y - 8), (x, y + 8)]
    }
    for (mark, place) in zip(geometry.marks, places) {
      let name = text(mark.mark, geometry)
      let width = SVGCanvas.width(of: name) * 1.1
      let boxes = Frame.Box.around(place, width: width).filter { frame.contains($0) }
      guard let box = boxes.min(by: { $0.count(of: taken) < $1.count(of: taken) }) else { continue }
      canvas.text(name, x: box.left + width / 2, y: box.bottom - 4, .middle, "strong")
      taken += box.samples
    }
  }

  private static func style(_ series: Int) -> String { "series-\(series % SVGPalette.series.count)" }
}

/// The plot area on the page.
private struct Frame {
  var axis: SVGAxis
  let top = 66.0
  let bottom = 326.0

  var left: Double { axis.left }
  var right: Double { axis.right }
  func x(_ fraction: Double) -> Double { axis.x(fraction: fraction) }
  func y(_ fraction: Double) -> Double { bottom - fraction * (bottom - top) }

  /// Points on the lines from each position to the next, close enough that no text fits between two.
  func samples(along positions: [CurveFigure.Position]) -> [(x: Double, y: Double)] {
    zip(positions, positions.dropFirst()).flatMap { from, to in
      (0...100).map { step in
        let share = Double(step) / 100
        return (x(from.x + share * (to.x - from.x)), y(from.y + share * (to.y - from.y)))
      }
    }
  }

  func contains(_ box: Box) -> Bool {
    box.left >= left && box.left + box.width <= right && box.bottom <= bottom && box.bottom - Box.height >= 40
  }

  /// Where a name may stand.
  struct Box {
    static let height = 18.0

    var left: Double
    var bottom: Double
    var width: Double

    /// The places near a mark, from the nearest on.
    static func around(_ place: (x: Double, y: Double), width: Double) -> [Box] {
      [-8, 26, 6, -26, 44, -44, 62, -62, 80, -80, 98, -98].flatMap { rise in
        [12, -12 - width, -width / 2].map { Box(left: place.x + $0, bottom: place.y + rise, width: width) }
      }
    }

    func count(of points: [(x: Double, y: Double)]) -> Int {
      points.count { x, y in
        x > left - 4 && x < left + width + 4 && y > bottom - Self.height - 2 && y < bottom + 2
      }
    }

    var samples: [(x: Double, y: Double)] {
      stride(from: left, through: left + width, by: 4).flatMap { x in
        stride(from: bottom - Self.height, through: bottom, by: 4).map { (x, $0) }
      }
    }
  }
}
