/// The interval that a measured value has to lie in; both ends belong to it.
package struct Bound: Sendable, Hashable, Codable {
  /// `nil` for no limit below.
  @Nullable package var min: Double?
  /// `nil` for no limit above.
  @Nullable package var max: Double?

  package init(min: Double? = nil, max: Double? = nil) {
    self.min = min
    self.max = max
  }

  /// Tells whether a value lies within the bound, but for the rounding of floating point; not-a-number never does.
  package func contains(_ value: Double) -> Bool {
    let rounding = Swift.max(abs(value), 1) * 1e-9
    return value.isFinite && value >= (min ?? -.infinity) - rounding && value <= (max ?? .infinity) + rounding
  }

  package static func exactly(_ value: Double) -> Bound { Bound(min: value, max: value) }
  package static func atMost(_ value: Double) -> Bound { Bound(max: value) }
  package static func atLeast(_ value: Double) -> Bound { Bound(min: value) }
  package static func from(_ least: Double, to greatest: Double) -> Bound { Bound(min: least, max: greatest) }
}
