import Console

/// What the shapes of a figure mean, as SVG.
enum SVGLegend {
  /// Draws the texts, in as many rows as it takes; what stands in front of each is drawn by `swatch`, given where and
  /// how wide. Returns where the legend ends.
  static func draw(
    _ texts: [String], left: Double, top: Double, on canvas: inout SVGCanvas,
    swatch: (_ index: Int, _ x: Double, _ width: Double, _ middle: Double, inout SVGCanvas) -> Void
  ) -> Double {
    let (swatchWidth, rowHeight) = (24.0, 22.0)
    // How wide a text is shows only once it is drawn: some typefaces are wider than others.
    func width(_ text: String) -> Double { swatchWidth + 7 + SVGCanvas.width(of: text) * 1.1 }
    let widest = texts.map(width).max() ?? 0
    let left = left + widest > canvas.width ? max(0, canvas.width - widest) : left
    var (x, middle) = (left, top + rowHeight / 2)
    for (index, text) in texts.enumerated() {
      let text = PlainText.fit(text, to: 80, TextStyle())
      let width = width(text)
      if x > left, x + width > canvas.width { (x, middle) = (left, middle + rowHeight) }
      swatch(index, x, swatchWidth, middle, &canvas)
      canvas.text(text, x: x + swatchWidth + 7, y: middle + 4.5, .start, "quiet")
      x += width + 12
    }
    return middle + rowHeight / 2
  }
}
