/// A point of a chart that has a name, such as the knee of a curve.
public struct Mark: Sendable, Hashable, Codable {
  /// What the point is called, for example `knee`.
  public var label: String
  /// Where it is along the horizontal axis.
  public var x: Double
  /// Where it is along the vertical axis.
  public var y: Double

  /// Creates a mark.
  public init(_ label: String, x: Double, y: Double) {
    self.label = label
    self.x = x
    self.y = y
  }
}
