import Console

/// Elements of SVG under construction. The one place that writes markup, and so the one that escapes text.
struct SVGCanvas {
  enum Anchor: String {
    case start, middle, end
  }

  /// The width that the page has for a figure.
  var width = SVGDocument.width
  /// Whether shapes say more where a pointer rests on them.
  var hasTips = true
  private(set) var body = ""

  /// About how wide a text is in the page's typeface at its usual size; the exact width is known only once it is drawn.
  static func width(of text: String) -> Double { Double(DisplayWidth.of(text)) * 7.1 }

  static func most(_ texts: [String]) -> Double { texts.map { width(of: $0) }.max() ?? 0 }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String, tip: String? = nil
  ) {
    shape("rect", [("x", x), ("y", y), ("width", width), ("height", height)], style, tip)
  }

  mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, _ style: String, tip: String? = nil) {
    shape("line", [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)], style, tip)
  }

  mutating func path(_ data: String, _ style: String, tip: String? = nil) {
    shape("path d=\"\(data)\"", [], style, tip)
  }

  mutating func text(_ text: String, x: Double, y: Double, _ anchor: Anchor = .start, _ style: String = "") {
    let named = style.isEmpty ? "" : " class=\"\(style)\""
    let anchored = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body += "<text\(Self.attributes([("x", x), ("y", y)]))\(anchored)\(named)>\(Self.escape(text))</text>\n"
  }

  /// What stands above a figure, cut where it is wider than the page.
  mutating func title(_ text: String) {
    self.text(PlainText.fit(text, to: Int(width / 9), TextStyle()), x: 0, y: 16, .start, "title")
  }

  private mutating func shape(_ start: String, _ places: [(String, Double)], _ style: String, _ tip: String?)
  {
    let name = start.prefix { $0 != " " }
    let inside =
      tip.flatMap { hasTips ? $0 : nil }.map { "><title>\(Self.escape($0))</title></\(name)>\n" } ?? "/>\n"
    body += "<\(start)\(Self.attributes(places)) class=\"\(style)\"\(inside)"
  }

  private static func attributes(_ places: [(String, Double)]) -> String {
    places.map { " \($0)=\"\(number($1))\"" }.joined()
  }

  /// A coordinate, to a hundredth.
  static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  /// Text as it may stand in an element or an attribute. Characters that XML cannot hold are left out.
  static func escape(_ text: String) -> String {
    PlainText.clean(text, TextStyle()).unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\u{FFFE}", "\u{FFFF}", "\u{7F}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
