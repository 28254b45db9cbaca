/// Something that has to be true besides the measured value, for a claim to hold.
public struct Condition: Sendable, Hashable {
  /// What has to be true, as the end of the sentence "it is so that …".
  public var text: String
  /// Whether it is.
  public var isMet: Bool

  /// Creates a condition.
  public init(_ text: String, _ isMet: Bool) {
    self.text = text
    self.isMet = isMet
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
