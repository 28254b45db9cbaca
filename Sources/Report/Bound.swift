/// The interval that a measured value has to lie in; both ends belong to it.
public struct Bound: Sendable, Hashable, Codable {
  /// The least value; `nil` for no limit below.
  public var min: Double?
  /// The greatest value; `nil` for no limit above.
  public var max: Double?

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

  // Both keys are always written: a reader of the JSON need not tell a missing bound from a misspelt one.
  private enum CodingKeys: CodingKey { case min, max }

  /// Encodes both ends, an open one as `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(min, forKey: .min)
    try container.encode(max, forKey: .max)
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
