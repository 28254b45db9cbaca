/// A moment of a lecture, to the second, counted from its beginning.
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The seconds since the lecture began.
  package var seconds: Int

  /// Creates a moment; one before the beginning is the beginning.
  package init(seconds: Int) {
    self.seconds = max(0, seconds)
  }

  /// Reads `mm:ss`, `m:ss` or `h:mm:ss`, with a fraction of a second or without; the fraction is left out.
  ///
  /// - Returns: `nil` for anything else, also for minutes or seconds above 59 behind a colon.
  package init?(_ text: some StringProtocol) {
    let whole = text.prefix { $0 != "." && $0 != "," }
    let fraction = text.dropFirst(whole.count)
    guard fraction.isEmpty || (fraction.count > 1 && fraction.dropFirst().allSatisfy(Self.isDigit)) else {
      return nil
    }
    let parts = whole.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...3).contains(parts[0].count),
      parts.allSatisfy({ $0.allSatisfy(Self.isDigit) })
    else { return nil }
    seconds = Int(parts[0])!
    for part in parts.dropFirst() {
      guard part.count == 2, let next = Int(part), next < 60 else { return nil }
      seconds = seconds * 60 + next
    }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// The moment as `mm:ss`; from an hour on the minutes go on counting, as in `75:10`.
  package var description: String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    return (minutes < 10 ? "0" : "") + "\(minutes):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  /// Orders moments by when they are.
  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }
}
