/// A moment of a lecture, to the second, counted from its beginning.
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The seconds since the lecture began.
  package var seconds: Int

  package init(seconds: Int) {
    self.seconds = max(0, seconds)
  }

  /// Reads `mm:ss`, `m:ss` or `h:mm:ss`, with a fraction of a second or without; the fraction is left out.
  ///
  /// - Returns: `nil` for anything else, also for minutes or seconds above 59 behind a colon.
  package init?(_ text: some StringProtocol) {
    var fields: [(value: Int, digits: Int)] = [(0, 0)]
    var fraction: Int?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        fraction = fraction.map { $0 + 1 }
        guard fraction == nil else { continue }
        let last = fields.count - 1
        fields[last] = (fields[last].value * 10 + Int(byte - UInt8(ascii: "0")), fields[last].digits + 1)
        if fields[last].digits > 3 { return nil }
      case UInt8(ascii: ":") where fields.count < 3 && fraction == nil: fields.append((0, 0))
      case UInt8(ascii: "."),
        UInt8(ascii: ",") where fraction == nil:
        fraction = 0
      default: return nil
      }
    }
    guard fields.count > 1, fields[0].digits > 0, fraction != 0 else { return nil }
    guard fields.dropFirst().allSatisfy({ $0.digits == 2 && $0.value < 60 }) else { return nil }
    seconds = fields.reduce(0) { $0 * 60 + $1.value }
  }

  /// The moment as `mm:ss`; from an hour on the minutes go on counting, as in `75:10`.
  package var description: String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    return (minutes < 10 ? "0" : "") + "\(minutes):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  /// Orders moments by when they are.
  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }
}
