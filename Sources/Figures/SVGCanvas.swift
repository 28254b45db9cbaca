/// Elements of SVG under construction. The one place that writes markup, and so the one that escapes text.
struct SVGCanvas {
  enum Anchor: String {
    case start, middle, end
  }

  private(set) var body = ""

  /// About how wide a text is in the page's typeface at its usual size; nobody knows before it is drawn.
  static func width(of text: String) -> Double { Double(DisplayWidth.of(text)) * 7.1 }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, _ style: String,
    tip: String? = nil
  ) {
    let round = radius > 0 ? " rx=\"\(Self.number(radius))\"" : ""
    add(
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\""
        + " height=\"\(Self.number(height))\"\(round) class=\"\(style)\"", tip)
  }

  mutating func line(
    x1: Double, y1: Double, x2: Double, y2: Double, _ style: String, tip: String? = nil
  ) {
    add(
      "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\""
        + " y2=\"\(Self.number(y2))\" class=\"\(style)\"", tip)
  }

  mutating func path(_ data: String, _ style: String, tip: String? = nil) {
    add("<path d=\"\(data)\" class=\"\(style)\"", tip)
  }

  mutating func text(_ text: String, x: Double, y: Double, _ anchor: Anchor = .start, _ style: String = "") {
    let named = style.isEmpty ? "" : " class=\"\(style)\""
    let anchored = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(anchored)\(named)>\(Self.escape(text))</text>\n"
  }

  /// What stands above a figure, cut where it is wider than the page.
  mutating func title(_ text: String) {
    self.text(PlainText.fit(text, to: 84, TextStyle()), x: 0, y: 16, .start, "title")
  }

  private mutating func add(_ element: String, _ tip: String?) {
    body +=
      tip.map { "\(element)><title>\(Self.escape($0))</title></\(Self.name(element))>\n" } ?? "\(element)/>\n"
  }

  private static func name(_ element: String) -> Substring { element.dropFirst().prefix { $0 != " " } }

  /// A coordinate, to a hundredth.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let whole = hundredths / 100
    guard hundredths % 100 != 0 else { return String(whole) }
    var fraction = String(abs(hundredths % 100))
    if fraction.count == 1 { fraction = "0" + fraction }
    if fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(hundredths < 0 && whole == 0 ? "-" : "")\(whole).\(fraction)"
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
