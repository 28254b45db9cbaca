package import Console

/// Values side by side as horizontal bars that start at zero, each with its label and its number.
///
/// Text: a title and one line for each bar; a figure without bars has a line that says so. A value that is not above
/// zero has its number and no bar.
package struct BarFigure: FigureContent {
  package struct Bar: Codable, Hashable, Sendable {
    /// What stands in front of the bar.
    package var label: String
    /// How long the bar is, in the figure's unit; `nil` where that is not known, or not finite.
    @Nullable package var value: Double?
  }

  package var id: String
  package var title: String
  /// The unit of all values, for example `ms`; empty for plain numbers.
  package var unit: String
  /// The bars, from the top.
  package var bars: [Bar]

  /// How long a bar is compared with the longest: 0 to 1.
  func share(_ bar: Bar) -> Double {
    guard let value = bar.value, value > 0 else { return 0 }
    return value / (bars.compactMap(\.value).max() ?? value)
  }

  func number(_ bar: Bar) -> String { NumberText.short(bar.value ?? .nan, unit: unit) }

  var summary: String { bars.map { "\($0.label) \(number($0))" }.joined(separator: ", ") + "." }
}

extension Figure {
  package static func bars(
    id: String? = nil, title: String, unit: String = "", bars: [(label: String, value: Double)]
  ) -> Figure {
    .bars(
      BarFigure(
        id: id ?? Self.id(from: title), title: title, unit: unit,
        bars: bars.map { BarFigure.Bar(label: $0.label, value: $0.value.isFinite ? $0.value : nil) }))
  }
}
