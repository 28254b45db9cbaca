/// A picture of what was measured. One value is drawn both as text for a terminal and as SVG for a page.
public protocol Figure: Sendable {
  /// The figure as lines of text without line breaks, none wider than the style's width.
  ///
  /// How many lines there are depends on what the figure is made of (its lanes, its bars) and on nothing else: not on
  /// the width and not on how far the requests have got. A live picture can be drawn over the one before.
  func text(_ style: TextStyle) -> [String]

  /// The figure as a piece of SVG, to be put into an ``SVGDocument``.
  func svg() -> SVGDrawing
}
