import Foundation

/// How the values along an axis are spread.
package enum Scale: String, Sendable, Hashable, Codable {
  /// Equal distances are equal differences.
  case linear
  /// Equal distances are equal ratios; what is not above zero cannot be shown.
  case logarithmic = "log"

  /// Tells whether a value has a place on such an axis.
  ///
  /// Values beyond 10³⁰⁰ have none, so that the difference of any two that have is finite.
  func shows(_ value: Double) -> Bool {
    value.isFinite && abs(value) <= 1e300 && (self == .linear || value >= 1e-300)
  }

  func distance(_ value: Double) -> Double {
    self == .linear ? value : log10(value)
  }
}
