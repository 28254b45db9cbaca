/// What the shapes of a figure mean, as SVG.
struct SVGLegend {
  private static let swatchWidth = 24.0
  private static let rowHeight = 22.0

  private let texts: [String]
  private let flow: Flow

  init(_ texts: [String], left: Double) {
    self.texts = texts.map { PlainText.fit($0, to: 80, TextStyle()) }
    let lengths = self.texts.map { Self.swatchWidth + 7 + SVGCanvas.width(of: $0) }
    flow = Flow(lengths, gap: 18, from: left, to: SVGDocument.width)
  }

  var height: Double { Double(max(1, flow.rows)) * Self.rowHeight }

  /// Draws the texts; what stands in front of each is drawn by `swatch`, given where and how wide.
  func draw(
    top: Double, on canvas: inout SVGCanvas,
    swatch: (_ index: Int, _ x: Double, _ width: Double, _ middle: Double, inout SVGCanvas) -> Void
  ) {
    for (index, place) in flow.places.enumerated() {
      let middle = top + (Double(place.row) + 0.5) * Self.rowHeight
      swatch(index, place.start, Self.swatchWidth, middle, &canvas)
      canvas.text(texts[index], x: place.start + Self.swatchWidth + 7, y: middle + 4.5, .start, "quiet")
    }
  }
}
