/// The colours of figures on a page, as CSS writes them.
///
/// Bars and curves differ from the page by a contrast of at least 3 to 1, text by at least 4.5 to 1 (WCAG 2.2).
enum SVGPalette {
  struct Color: Hashable {
    var light: String
    var dark: String

    init(_ light: String, _ dark: String) {
      self.light = light
      self.dark = dark
    }
  }

  static let page = Color("#ffffff", "#0d1117")
  static let text = Color("#1f2328", "#e6edf3")
  static let quiet = Color("#59636e", "#9aa4af")
  static let work = Color("#1a8a42", "#3fb950")
  static let wait = Color("#d1343c", "#f0616d")
  static let queue = Color("#7d8792", "#848d97")
  /// Told apart by readers with any of the common kinds of colour blindness (after Okabe and Ito).
  static let series = [
    Color("#0072b2", "#58b2f0"), Color("#c25500", "#f0953f"), Color("#8a4f9e", "#c79bdb"),
    Color("#007a5a", "#3fc9a0"), Color("#b3407a", "#ef86b5"), Color("#6b6b00", "#d8cf5a"),
  ]

  /// What gets which colour: a selector, a property, and the colour of it. What is below wins.
  static let rules: [(selector: String, property: String, color: Color)] =
    [
      (".page", "fill", page), ("text", "fill", text), (".quiet", "fill", quiet),
      (".grid", "stroke", Color("#e4e8ec", "#21262d")), (".axis", "stroke", Color("#818b98", "#656d77")),
      (".work", "fill", work), (".wait", "fill", Color("#f9c4c6", "#5c222a")), (".wait", "stroke", wait),
      (".block-fill", "fill", wait), (".block-hatch", "fill", Color("#9c1f28", "#a82b37")),
      (".queue", "stroke", queue), (".marker", "stroke", quiet), (".ring", "stroke", text),
      (".bar", "fill", series[0]),
    ]
    + series.indices.flatMap { index in
      [
        (".point.series-\(index)", "fill", series[index]), (".point.series-\(index)", "stroke", page),
        (".curve.series-\(index)", "stroke", series[index]),
      ]
    }
}
