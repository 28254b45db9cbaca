/// Values side by side as horizontal bars that start at zero, each with its label and its number.
///
/// Text: a title and one line for each bar; a figure without bars has a line that says so. A value that is not above
/// zero, or not finite, has its number and no bar.
public struct BarFigure: Figure, Hashable {
  /// A value with its name.
  public struct Bar: Sendable, Hashable, Codable {
    /// What stands in front of the bar.
    public var label: String
    /// How long the bar is, in the figure's unit.
    public var value: Double

    /// Creates a bar.
    public init(_ label: String, _ value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// What stands above the picture.
  public var title: String
  /// The unit of all values, for example `ms`; empty for plain numbers.
  public var unit: String
  /// The bars, from the top.
  public var bars: [Bar]

  /// Creates a figure from labels and values.
  public init(title: String, unit: String, bars: [(label: String, value: Double)]) {
    self.title = title
    self.unit = unit
    self.bars = bars.map { Bar($0.label, $0.value) }
  }

  var largest: Double { bars.map(\.value).filter(\.isFinite).max() ?? 0 }

  /// How long a bar is compared with the longest: 0 to 1.
  func share(_ bar: Bar) -> Double {
    guard bar.value.isFinite, bar.value > 0 else { return 0 }
    return bar.value / largest
  }

  func number(_ bar: Bar) -> String { NumberText.short(bar.value, unit: unit) }
}
