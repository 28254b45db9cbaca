/// Whole documents of SVG, made of figures.
package enum SVGDocument {
  /// The width that figures are drawn for, in the units of SVG (pixels of CSS).
  package static let width = 760.0

  /// One document of all figures, under one another.
  ///
  /// The document follows the reader's choice of light or dark, needs nothing from elsewhere (no typeface, no script),
  /// and says to a screen reader what each figure shows. It can stand alone as a file or within a page.
  ///
  /// - Parameter title: what the document is called; not drawn.
  package static func stack(_ figures: [Figure], title: String) -> String {
    let drawings = figures.map(\.svg)
    let width = drawings.map(\.width).max() ?? Self.width
    var height = margin
    var groups = ""
    for drawing in drawings {
      groups += "<g transform=\"translate(\(SVGCanvas.number((width - drawing.width) / 2 + margin)) "
      groups += "\(SVGCanvas.number(height)))\">\n\(drawing.body)</g>\n"
      height += drawing.height + margin
    }
    let size = [width + 2 * margin, max(height, 2 * margin)].map(SVGCanvas.number)
    let summary = drawings.map { "\($0.title): \($0.summary)" }.joined(separator: " ")
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="workbook-figure" role="img" \
      viewBox="0 0 \(size[0]) \(size[1])" width="\(size[0])" height="\(size[1])" \
      aria-label="\(SVGCanvas.escape(title))">
      <title>\(SVGCanvas.escape(title))</title>
      <desc>\(SVGCanvas.escape(summary))</desc>
      <style>
      \(stylesheet)</style>
      <defs><pattern id="workbook-block" width="7" height="7" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><rect width="7" height="7" class="block-fill"/>\
      <rect width="2.5" height="7" class="block-hatch"/></pattern></defs>
      <rect width="100%" height="100%" class="page"/>
      \(groups)</svg>

      """
  }

  private static let margin = 24.0

  /// The rules (CSS) that give figures their colours, typeface and strokes, in light and in dark.
  ///
  /// Plain rules and no variables: programs that turn SVG into other formats often know only those.
  package static let stylesheet =
    shapes + palette(.light) + "@media (prefers-color-scheme: dark) {\n" + palette(.dark) + "}\n"

  private static let shapes = """
    .workbook-figure { font: 13px system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
    .workbook-figure text { font-variant-numeric: tabular-nums; }
    .workbook-figure .title { font-size: 16px; font-weight: 600; }
    .workbook-figure .strong { font-weight: 600; }
    .workbook-figure .wait { stroke-width: 1; }
    .workbook-figure .block { fill: url(#workbook-block); }
    .workbook-figure .queue { stroke-width: 3; stroke-linecap: round; stroke-dasharray: 0.1 7; }
    .workbook-figure .curve { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
    .workbook-figure .point { stroke-width: 1.5; }
    .workbook-figure .marker { stroke-width: 1; stroke-dasharray: 4 4; }
    .workbook-figure .ring { fill: none; stroke-width: 2; }
    .workbook-figure .halo { paint-order: stroke; stroke-width: 4; stroke-linejoin: round; }

    """

  private static func palette(_ palette: SVGPalette) -> String {
    var rules = """
      .workbook-figure .page { fill: \(palette.page); }
      .workbook-figure text { fill: \(palette.text); }
      .workbook-figure .quiet { fill: \(palette.quiet); }
      .workbook-figure .grid { stroke: \(palette.grid); }
      .workbook-figure .axis { stroke: \(palette.axis); }
      .workbook-figure .work { fill: \(palette.work); }
      .workbook-figure .wait { fill: \(palette.waitFill); stroke: \(palette.wait); }
      .workbook-figure .block-fill { fill: \(palette.wait); }
      .workbook-figure .block-hatch { fill: \(palette.blockHatch); }
      .workbook-figure .queue { stroke: \(palette.queue); }
      .workbook-figure .marker { stroke: \(palette.quiet); }
      .workbook-figure .ring { stroke: \(palette.text); }
      .workbook-figure .halo { stroke: \(palette.page); }
      .workbook-figure .bar { fill: \(palette.series[0]); }

      """
    for (index, color) in palette.series.enumerated() {
      rules += ".workbook-figure .series-\(index) { fill: \(color); stroke: \(color); }\n"
      rules += ".workbook-figure .curve.series-\(index) { fill: none; }\n"
      rules += ".workbook-figure .point.series-\(index) { stroke: \(palette.page); }\n"
    }
    return rules
  }
}
