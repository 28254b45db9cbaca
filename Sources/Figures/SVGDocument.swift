import Console

/// Whole documents of SVG, made of figures.
package enum SVGDocument {
  /// The width that figures are drawn for, in the units of SVG (pixels of CSS).
  package static let width = 760.0

  private static let margin = 24.0

  /// One document of all figures, under one another, each part of the story below its heading.
  ///
  /// The document follows the reader's choice of light or dark, needs nothing from elsewhere (no typeface, no script),
  /// and says to a screen reader what each figure shows. It can stand alone as a file or within a page.
  ///
  /// - Parameters:
  ///   - parts: the figures of each part; a part without a heading has none, and one without figures is left out.
  ///   - title: what the document is called; not drawn.
  package static func stack(_ parts: [(heading: String, figures: [Figure])], title: String) -> String {
    let pieces = parts.flatMap { part in
      let drawings = part.figures.map { $0.svg() }
      return (part.heading.isEmpty || drawings.isEmpty ? [] : [heading(part.heading)]) + drawings
    }
    let width = pieces.map(\.width).max() ?? Self.width
    var height = margin
    var groups = ""
    for piece in pieces {
      let left = (width - piece.width) / 2 + margin
      groups += "<g transform=\"translate(\(SVGCanvas.number(left)) \(SVGCanvas.number(height)))\">\n"
      groups += "\(piece.body)</g>\n"
      height += piece.height + margin
    }
    let size = [width + 2 * margin, max(height, 2 * margin)].map(SVGCanvas.number)
    let summary = pieces.map { [$0.title, $0.summary].filter { !$0.isEmpty }.joined(separator: ": ") }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="workbook-figure" role="img" \
      viewBox="0 0 \(size[0]) \(size[1])" width="\(size[0])" height="\(size[1])" \
      aria-label="\(SVGCanvas.escape(title))">
      <title>\(SVGCanvas.escape(title))</title>
      <desc>\(SVGCanvas.escape(summary.joined(separator: " ")))</desc>
      <style>
      \(stylesheet)</style>
      \(definitions)
      <rect width="100%" height="100%" class="page"/>
      \(groups)</svg>

      """
  }

  /// What the rules refer to: once on a page, however many pictures it has.
  package static let definitions = """
    <defs><pattern id="workbook-block" width="7" height="7" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect width="7" height="7" class="block-fill"/>\
    <rect width="2.5" height="7" class="block-hatch"/></pattern></defs>
    """

  private static func heading(_ text: String) -> SVGDrawing {
    var canvas = SVGCanvas()
    canvas.line(x1: 0, y1: 0, x2: width, y2: 0, "axis")
    let lines = Prose.wrap(PlainText.clean(text, TextStyle()), to: 66)
    for (index, line) in lines.enumerated() {
      canvas.text(line, x: 0, y: 32 + Double(index) * 26, .start, "heading")
    }
    return SVGDrawing(
      width: width, height: 16 + Double(lines.count) * 26, title: text, summary: "", body: canvas.body)
  }

  /// The rules (CSS) that give figures their colours, typeface and strokes, in light and in dark.
  ///
  /// Plain rules and no variables: programs that turn SVG into other formats often know only those.
  package static let stylesheet =
    shapes + colors(\.light) + "@media (prefers-color-scheme: dark) {\n" + colors(\.dark) + "}\n"

  private static let shapes = """
    .workbook-figure { font: 13px system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
    .workbook-figure text { font-variant-numeric: tabular-nums; }
    .workbook-figure .heading { font-size: 20px; font-weight: 600; }
    .workbook-figure .title { font-size: 16px; font-weight: 600; }
    .workbook-figure .strong { font-weight: 600; }
    .workbook-figure .wait { stroke-width: 1; }
    .workbook-figure .block { fill: url(#workbook-block); }
    .workbook-figure .queue { stroke-width: 3; stroke-linecap: round; stroke-dasharray: 0.1 7; }
    .workbook-figure .curve { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
    .workbook-figure .point { stroke-width: 1.5; }
    .workbook-figure .marker { stroke-width: 1; stroke-dasharray: 4 4; }
    .workbook-figure .ring { fill: none; stroke-width: 2; }

    """

  private static func colors(_ theme: KeyPath<SVGPalette.Color, String>) -> String {
    SVGPalette.rules
      .map { ".workbook-figure \($0.selector) { \($0.property): \($0.color[keyPath: theme]); }\n" }.joined()
  }
}
