/// One or more series of points over common axes: what a lesson measured while it varied one thing.
public struct Curve: Sendable, Hashable, Codable {
  /// What an axis shows.
  public struct Axis: Sendable, Hashable, Codable {
    /// The quantity, for example `requests at once`.
    public var label: String
    /// The unit, for example `ms`; empty for a plain number.
    public var unit: String

    /// Creates an axis.
    public init(_ label: String, unit: String = "") {
      self.label = label
      self.unit = unit
    }
  }

  /// The points of one line of the chart.
  public struct Series: Sendable, Hashable, Codable {
    /// What the legend says, for example `async`.
    public var label: String
    /// The points as pairs `[x, y]`, in order of x.
    public var points: [[Double]]

    /// Creates a series from pairs of x and y.
    public init(_ label: String, _ points: [(x: Double, y: Double)]) {
      self.label = label
      self.points = points.map { [$0.x, $0.y] }
    }
  }

  /// A name that is unique within the lesson.
  public var id: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The lines of the chart.
  public var series: [Series]

  /// Creates a curve.
  public init(_ id: String, x: Axis, y: Axis, series: [Series]) {
    self.id = id
    self.x = x
    self.y = y
    self.series = series
  }
}
