import Foundation

/// Numbers as a reader sees them, in figures and in tables: short, without exponents, always with the same rules.
package enum NumberText {
  /// A number with three significant digits, for example `0.25`, `12.5`, `205`, `1,234`, `1.2 M`.
  ///
  /// Whole digits are never rounded away below a million (`1,234` stays `1,234`); from a million on the number is
  /// counted in M (millions), G, T, P or E. Zeros at the end of a fraction are left out. What is smaller than a
  /// thousandth of a billionth is `0`, and what is larger than 999 E is `> 999 E`.
  ///
  /// - Parameter unit: what is appended after a space, for example `ms` or `×`; nothing for an empty one.
  /// - Returns: the text, or `-` without a unit for a number that is not finite.
  package static func short(_ value: Double, unit: String = "") -> String {
    guard value.isFinite else { return "-" }
    let number = scaled(value)
    return unit.isEmpty ? number : "\(number) \(unit)"
  }

  /// A number with a fixed count of decimals and thousands separators, for the labels of an axis.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let power = pow(10, Double(decimals))
    let magnitude = (abs(value) * power).rounded()
    guard magnitude < 1e18 else { return short(value) }
    let digits = UInt64(magnitude)
    let whole = grouped(digits / UInt64(power))
    let sign = value < 0 && digits > 0 ? "-" : ""
    guard decimals > 0 else { return sign + whole }
    let fraction = String(digits % UInt64(power))
    return "\(sign)\(whole).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
  }

  private static func scaled(_ value: Double) -> String {
    let magnitude = abs(value)
    // What rounds up to a million is a million: 999,999.7 would read as 1,000,000 otherwise.
    guard magnitude >= 999_999.5 else { return significant(value) }
    var size = magnitude / 1e6
    for suffix in ["M", "G", "T", "P", "E"] {
      if size < 999.5 { return "\(significant(value < 0 ? -size : size)) \(suffix)" }
      size /= 1000
    }
    return value < 0 ? "< -999 E" : "> 999 E"
  }

  private static func significant(_ value: Double) -> String {
    let magnitude = abs(value)
    guard magnitude >= 1e-12 else { return "0" }
    let decimals = min(max(2 - Int(log10(magnitude).rounded(.down)), 0), 14)
    let text = fixed(value, decimals: decimals)
    guard decimals > 0 else { return text }
    let trimmed = text.reversed().drop { $0 == "0" }
    return String((trimmed.first == "." ? trimmed.dropFirst() : trimmed).reversed())
  }

  private static func grouped(_ digits: UInt64) -> String {
    guard digits >= 1000 else { return String(digits) }
    let rest = String(digits % 1000)
    return "\(grouped(digits / 1000)),\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
