/// How a figure is drawn as text: how wide, and with which means.
public struct TextStyle: Sendable, Hashable {
  /// The narrowest page that a figure is drawn for, in columns.
  public static let minimumWidth = 40
  /// The widest page that a figure makes use of, in columns.
  public static let maximumWidth = 200

  /// The width of the page in columns; no line of a figure is longer.
  public var width: Int
  /// Whether colours (ANSI escape sequences) may be used.
  public var color: Bool
  /// Whether the figure must do with the 95 printable characters of ASCII.
  public var ascii: Bool

  /// Creates a style; a width outside of what figures are drawn for is moved to the nearest that is inside.
  public init(width: Int = 80, color: Bool = false, ascii: Bool = false) {
    self.width = min(max(width, Self.minimumWidth), Self.maximumWidth)
    self.color = color
    self.ascii = ascii
  }
}
