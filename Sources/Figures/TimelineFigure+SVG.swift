import Console
import Measurement

extension TimelineFigure {
  private static let laneHeight = 30.0
  private static let barHeight = 20.0
  private static let lanesTop = 44.0

  /// Bars of equal height for working and waiting, a dotted line for being queued.
  func draw(on canvas: inout SVGCanvas) -> (width: Double, height: Double) {
    let labels = PlainText.fit(shownLanes.map(\.label), to: 32, TextStyle())
    let responses = shownLanes.map(Self.responseText)
    let left = labels.isEmpty ? 0 : SVGCanvas.most(labels) + 12
    let right = canvas.width - max(SVGCanvas.most(responses), 56) - 12
    let axis = SVGAxis(range: axis, unit: "ms", left: left, right: right)
    let rows = shownLanes.count + (remark == nil ? 0 : 1)
    let bottom = Self.lanesTop + Double(rows) * Self.laneHeight
    axis.draw(y: bottom, gridTop: Self.lanesTop, on: &canvas)
    for (index, lane) in shownLanes.enumerated() {
      let middle = Self.lanesTop + (Double(index) + 0.5) * Self.laneHeight
      canvas.text(labels[index], x: left - 12, y: middle + 4.5, .end)
      for span in LaneCells.merged(lane.spans) { draw(span, of: lane, axis, middle: middle, on: &canvas) }
      canvas.text(responses[index], x: canvas.width, y: middle + 4.5, .end, "strong")
    }
    if let remark { canvas.text(remark, x: left, y: bottom - Self.laneHeight / 2 + 4.5, .start, "quiet") }
    let kinds = legendKinds
    let end = SVGLegend.draw(kinds.map(\.words), left: left, top: bottom + 32, on: &canvas) {
      Self.swatch(kinds[$0], x: $1, width: $2, middle: $3, on: &$4)
    }
    return (canvas.width, end)
  }

  private func draw(_ span: Span, of lane: Lane, _ axis: SVGAxis, middle: Double, on canvas: inout SVGCanvas)
  {
    let start = axis.x(span.start.inMilliseconds)
    let width = axis.x(span.end.inMilliseconds) - start
    // As in text: work is always to be seen, and a delay of microseconds is not a queue.
    guard width >= (span.kind == .queue ? 1.5 : 0.05) else { return }
    let duration = NumberText.short(span.duration.inMilliseconds, unit: "ms")
    let from = NumberText.short(span.start.inMilliseconds, unit: "ms")
    let tip = "\(lane.label): \(span.kind.words) for \(duration) from \(from) on"
    // No pointer rests on less than two pixels.
    Self.swatch(
      span.kind, x: start, width: max(width, 1), middle: middle, tip: width < 2 ? nil : tip, on: &canvas)
  }

  private static func swatch(
    _ kind: Span.Kind, x: Double, width: Double, middle: Double, tip: String? = nil,
    on canvas: inout SVGCanvas
  ) {
    if kind == .queue {
      let inset = min(3, width / 2)
      canvas.line(x1: x + inset, y1: middle, x2: x + width - inset, y2: middle, "queue", tip: tip)
    } else {
      // The stroke is drawn on both sides of an edge: half a pixel inwards keeps the bar within its time.
      let inset = kind == .wait ? min(0.5, width / 4) : 0
      let edge = kind == .wait ? 0.5 : 0
      canvas.rectangle(
        x: x + inset, y: middle - barHeight / 2 + edge, width: width - 2 * inset,
        height: barHeight - 2 * edge, kind.rawValue, tip: tip)
    }
  }
}
