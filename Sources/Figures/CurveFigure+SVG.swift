import Foundation

extension CurveFigure {
  /// Lines with a shape of its series at each point, over a grid.
  func draw(on canvas: inout SVGCanvas) -> (width: Double, height: Double) {
    let geometry = geometry
    let ticks = geometry.y.ticks(atMost: 6)
    let left = SVGCanvas.most(ticks.map(\.label)) + 12
    let frame = Frame(
      axis: SVGAxis(range: geometry.x, unit: x.unit, left: left, right: canvas.width - 16))
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
    return (canvas.width, end)
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
    let places = geometry.marks.map { frame.point($0.position) }
    var hidden = geometry.series.flatMap(frame.points)
    for place in places {
      canvas.line(x1: place.x, y1: place.y, x2: place.x, y2: frame.bottom, "marker")
      canvas.path(SVGShape.ring.path(x: place.x, y: place.y), "ring")
      hidden += stride(from: place.y - 8, to: frame.bottom, by: 4).map { CGPoint(x: place.x, y: $0) }
      hidden += [CGPoint(x: place.x - 8, y: place.y), CGPoint(x: place.x + 8, y: place.y)]
    }
    var names: [CGRect] = []
    for (mark, place) in zip(geometry.marks, places) {
      let name = text(mark.mark, geometry)
      func cost(_ box: CGRect) -> Int {
        hidden.count { box.insetBy(dx: -4, dy: -2).contains($0) } + 1000 * names.count { $0.intersects(box) }
      }
      let boxes = frame.boxes(near: place, width: SVGCanvas.width(of: name) * 1.1)
      guard let box = boxes.min(by: { cost($0) < cost($1) }) else { continue }
      canvas.text(name, x: box.midX, y: box.maxY - 4, .middle, "strong")
      names.append(box)
    }
  }

  private static func style(_ series: Int) -> String { "series-\(series % SVGPalette.series.count)" }
}

private struct Frame {
  var axis: SVGAxis
  let top = 66.0
  let bottom = 326.0

  var left: Double { axis.left }
  var right: Double { axis.right }
  func x(_ fraction: Double) -> Double { axis.x(fraction: fraction) }
  func y(_ fraction: Double) -> Double { bottom - fraction * (bottom - top) }
  func point(_ position: CurveFigure.Position) -> CGPoint { CGPoint(x: x(position.x), y: y(position.y)) }

  /// Points on the line through the positions, so close that no text fits between two.
  func points(along positions: [CurveFigure.Position]) -> [CGPoint] {
    zip(positions, positions.dropFirst()).flatMap { from, to in
      stride(from: 0, through: 1, by: 0.01).map { share in
        point(.init(x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y)))
      }
    }
  }

  /// Where a name may stand near a point, the nearest places first.
  func boxes(near point: CGPoint, width: Double) -> [CGRect] {
    let page = CGRect(x: left, y: 40, width: right - left, height: bottom - 40)
    let sides: [Double] = [12, -12 - width, -width / 2]
    let rises: [Double] = [-26, 8, -12, -44, 26, -62, 44, -80, 62, -98, 80]
    let boxes = rises.flatMap { rise in
      sides.map { CGRect(x: point.x + $0, y: point.y + rise, width: width, height: 18) }
    }
    return boxes.filter(page.contains)
  }
}
