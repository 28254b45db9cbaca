import Report

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
