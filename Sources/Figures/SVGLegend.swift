/// What the shapes of a figure mean, in as many rows as it takes.
struct SVGLegend {
  private static let swatchWidth = 24.0
  private static let rowHeight = 22.0

  var texts: [String]
  var left: Double

  init(_ texts: [String], left: Double) {
    self.texts = texts.map { PlainText.fit($0, to: 60, TextStyle()) }
    self.left = left
  }

  var height: Double { Double((places.map(\.row).max() ?? 0) + 1) * Self.rowHeight }

  /// Draws the texts; what stands in front of each is drawn by `swatch`, given where and how wide.
  func draw(
    top: Double, _ canvas: inout SVGCanvas,
    swatch: (_ index: Int, _ x: Double, _ width: Double, _ middle: Double, inout SVGCanvas) -> Void
  ) {
    for (index, place) in places.enumerated() {
      let middle = top + (Double(place.row) + 0.5) * Self.rowHeight
      swatch(index, place.x, Self.swatchWidth, middle, &canvas)
      canvas.text(texts[index], x: place.x + Self.swatchWidth + 7, y: middle + 4.5, .start, "quiet")
    }
  }

  private var places: [(x: Double, row: Int)] {
    var x = left
    var row = 0
    return texts.map { text in
      let width = Self.swatchWidth + 7 + SVGCanvas.width(of: text)
      if x > left, x + width > SVGDocument.width {
        x = left
        row += 1
      }
      defer { x += width + 18 }
      return (x, row)
    }
  }
}
