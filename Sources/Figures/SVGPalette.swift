/// The colours of a figure on a page, as CSS writes them.
///
/// Bars and curves differ from the page by a contrast of at least 3 to 1, text by at least 4.5 to 1 (WCAG 2.2).
struct SVGPalette {
  var page: String
  var text: String
  var quiet: String
  var grid: String
  var axis: String
  var work: String
  var wait: String
  var waitFill: String
  var blockHatch: String
  var queue: String
  /// Told apart by readers with any of the common kinds of colour blindness (after Okabe and Ito).
  var series: [String]

  static let light = SVGPalette(
    page: "#ffffff", text: "#1f2328", quiet: "#59636e", grid: "#e4e8ec", axis: "#818b98",
    work: "#1a8a42", wait: "#d1343c", waitFill: "#f9c4c6", blockHatch: "#9c1f28", queue: "#7d8792",
    series: ["#0072b2", "#c25500", "#8a4f9e", "#007a5a", "#b3407a", "#6b6b00"])

  static let dark = SVGPalette(
    page: "#0d1117", text: "#e6edf3", quiet: "#9aa4af", grid: "#21262d", axis: "#656d77",
    work: "#3fb950", wait: "#f0616d", waitFill: "#5c222a", blockHatch: "#a82b37", queue: "#848d97",
    series: ["#58b2f0", "#f0953f", "#c79bdb", "#3fc9a0", "#ef86b5", "#d8cf5a"])
}
