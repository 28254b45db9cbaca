/// How a page of text is drawn: how wide, and with which means.
package struct TextStyle: Sendable, Hashable {
  /// The narrowest page that anything is drawn for, in columns.
  package static let minimumWidth = 20
  /// The widest page that anything makes use of, in columns.
  package static let maximumWidth = 200
  /// The widest that running text and pictures are, in columns: longer lines are hard to read.
  package static let widestMeasure = 100

  /// The width of the page in columns; no line is longer.
  package var width: Int
  /// Whether colours (ANSI escape sequences) may be used.
  package var color: Bool
  /// Whether the page must do with the 95 printable characters of ASCII.
  package var ascii: Bool

  package init(width: Int = 80, color: Bool = false, ascii: Bool = false) {
    self.width = min(max(width, Self.minimumWidth), Self.maximumWidth)
    self.color = color
    self.ascii = ascii
  }

  /// The width of running text and of pictures in columns.
  package var measure: Int { min(width, Self.widestMeasure) }
}
