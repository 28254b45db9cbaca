public import Figures

/// The interval that a measured value has to lie in; both ends belong to it.
public struct Bound: Sendable, Hashable, Codable {
  /// The least value; `nil` for no limit below.
  @Nullable public var min: Double?
  /// The greatest value; `nil` for no limit above.
  @Nullable public var max: Double?

  /// Creates a bound.
  public init(min: Double? = nil, max: Double? = nil) {
    self.min = min
    self.max = max
  }

  /// Tells whether a value lies within the bound, but for the rounding of floating point; not-a-number never does.
  public func contains(_ value: Double) -> Bool {
    let rounding = Swift.max(abs(value), 1) * 1e-9
    return value.isFinite && value >= (min ?? -.infinity) - rounding && value <= (max ?? .infinity) + rounding
  }
}

extension Bound {
  /// The value itself.
  public static func exactly(_ value: Double) -> Bound { Bound(min: value, max: value) }

  /// No more than a value.
  public static func atMost(_ value: Double) -> Bound { Bound(max: value) }

  /// No less than a value.
  public static func atLeast(_ value: Double) -> Bound { Bound(min: value) }

  /// From one value to another.
  public static func from(_ least: Double, to greatest: Double) -> Bound { Bound(min: least, max: greatest) }
}
