/// How a page of text is drawn: how wide, and with which means.
public struct TextStyle: Sendable, Hashable {
  /// The narrowest page that anything is drawn for, in columns.
  public static let minimumWidth = 20
  /// The widest page that anything makes use of, in columns.
  public static let maximumWidth = 200
  /// The widest that running text and pictures are, in columns: longer lines are hard to read.
  public static let widestMeasure = 100

  /// The width of the page in columns; no line is longer.
  public var width: Int
  /// Whether colours (ANSI escape sequences) may be used.
  public var color: Bool
  /// Whether the page must do with the 95 printable characters of ASCII.
  public var ascii: Bool

  /// Creates a style; a width outside of what pages are drawn for is moved to the nearest that is inside.
  public init(width: Int = 80, color: Bool = false, ascii: Bool = false) {
    self.width = min(max(width, Self.minimumWidth), Self.maximumWidth)
    self.color = color
    self.ascii = ascii
  }

  /// The width of running text and of pictures in columns.
  public var measure: Int { min(width, Self.widestMeasure) }
}
