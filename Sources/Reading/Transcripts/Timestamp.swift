/// A moment of a lecture, to the second, counted from its beginning.
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The seconds since the lecture began.
  package var seconds: Int

  /// Reads `mm:ss`, `m:ss` or `h:mm:ss`, with a fraction of a second or without; the fraction is left out.
  ///
  /// - Returns: `nil` for anything else, also for minutes or seconds above 59 behind a colon.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let fields = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), (1...3).contains(fields[0].utf8.count),
      (fields + parts.dropFirst()).allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.digits.contains) }),
      fields.dropFirst().allSatisfy({ $0.utf8.count == 2 && $0 < "60" })
    else { return nil }
    seconds = fields.reduce(0) { $0 * 60 + Int($1)! }
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// The moment as `mm:ss`; from an hour on the minutes go on counting, as in `75:10`.
  package var description: String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    return (minutes < 10 ? "0" : "") + "\(minutes):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }
}
