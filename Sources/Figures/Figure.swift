package import Console

/// A picture of what was measured: a value that is drawn as text for a terminal and as SVG for a page, and that can
/// be stored and drawn elsewhere.
package enum Figure: Codable, Hashable, Sendable {
  case timeline(TimelineFigure)
  case curve(CurveFigure)
  case bars(BarFigure)
  case table(TableFigure)

  /// A name that is unique within the lesson.
  package var id: String { content.id }
  /// What stands above the picture.
  package var title: String { content.title }

  /// The figure as lines of text without line breaks, none wider than the style's measure.
  ///
  /// How many lines there are depends on the width and on what the figure is made of (its lanes, its bars), and not on
  /// how far the requests have got: a live picture can be drawn over the one before.
  package func text(_ style: TextStyle) -> [String] {
    let title = StyledLine(PlainText.fit(title, to: style.measure, style), .bold)
    return ([title] + content.lines(style)).map { $0.render(style) }
  }

  /// Figures under one another, a blank line between two. Timelines with the same axis and the same legend have them
  /// below the last alone.
  package static func stack(_ figures: [Figure], _ style: TextStyle) -> [String] {
    var lines: [String] = []
    for (index, figure) in figures.enumerated() {
      if index > 0 {
        if case .timeline(let before) = figures[index - 1], case .timeline(let this) = figure {
          let footer = before.footer(style).map { $0.render(style) }
          if footer == this.footer(style).map({ $0.render(style) }) { lines.removeLast(footer.count) }
        }
        lines.append("")
      }
      lines += figure.text(style)
    }
    return lines
  }

  /// The figure as a piece of SVG for a page of a given width, in the units of SVG: its texts keep their size.
  ///
  /// - Parameters:
  ///   - isTitled: whether the title is drawn; its room stays empty otherwise.
  ///   - hasTips: whether shapes say more where a pointer rests on them.
  package func svg(
    width: Double = SVGDocument.width, isTitled: Bool = true, hasTips: Bool = true
  ) -> SVGDrawing {
    var canvas = SVGCanvas(width: width, hasTips: hasTips)
    if isTitled { canvas.title(title) }
    let (width, height) = content.draw(on: &canvas)
    return SVGDrawing(
      width: width, height: height, title: title, summary: content.summary, body: canvas.body)
  }

  /// A figure's name where none is given: its title in small letters, with hyphens.
  static func id(from title: String) -> String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  private enum CodingKeys: CodingKey { case kind }
  package enum Kind: String, Codable { case timeline, curve, bars, table }

  package var kind: Kind { parts.kind }
  private var content: any FigureContent { parts.content }

  private var parts: (kind: Kind, content: any FigureContent) {
    switch self {
    case .timeline(let figure): (.timeline, figure)
    case .curve(let figure): (.curve, figure)
    case .bars(let figure): (.bars, figure)
    case .table(let figure): (.table, figure)
    }
  }

  package init(from decoder: any Decoder) throws {
    switch try decoder.container(keyedBy: CodingKeys.self).decode(Kind.self, forKey: .kind) {
    case .timeline: self = .timeline(try TimelineFigure(from: decoder))
    case .curve: self = .curve(try CurveFigure(from: decoder))
    case .bars: self = .bars(try BarFigure(from: decoder))
    case .table: self = .table(try TableFigure(from: decoder))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try content.encode(to: encoder)
  }
}

/// What one kind of figure holds, and how it is drawn below its title.
protocol FigureContent: Codable, Hashable, Sendable {
  var id: String { get }
  var title: String { get }
  /// What the picture shows, in a sentence or two, for a reader who cannot see it.
  var summary: String { get }

  func lines(_ style: TextStyle) -> [StyledLine]
  /// Draws below the title; returns how large the whole picture is.
  func draw(on canvas: inout SVGCanvas) -> (width: Double, height: Double)
}
