/// A figure as a piece of SVG, with its upper left corner at 0, 0.
///
/// The markup names its colours by classes that ``SVGDocument/stylesheet`` defines.
package struct SVGDrawing: Sendable, Hashable {
  /// The width in the units of SVG (pixels of CSS).
  package var width: Double
  /// The height in the units of SVG (pixels of CSS).
  package var height: Double
  package var title: String
  /// What the figure shows, in a sentence or two, for a reader who cannot see it.
  package var summary: String
  /// The elements of the picture, well-formed and without the `svg` element around them.
  package var body: String
}
