import Console

/// A line that starts with a time.
enum CueLine {
  /// The time and the text behind it, or `nil` where no time stands in front.
  static func cue(_ line: String) -> (time: Timestamp, text: String)? {
    guard let first = line.utf8.first, first == UInt8(ascii: "[") || starts.contains(first) else {
      return nil
    }
    var rest = line[...]
    if rest.first == "[" { rest.removeFirst() }
    let digits = rest.utf8.prefix {
      starts.contains($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
    }
    let time = rest[..<digits.endIndex]
    rest = rest[digits.endIndex...]
    if rest.first == "]" { rest.removeFirst() }
    guard let time = Timestamp(time), rest.first?.isWhitespace != false else { return nil }
    return (time, rest.trimmed)
  }

  private static let starts = UInt8(ascii: "0")...UInt8(ascii: ":")

  /// What is wrong with a line that seems to start with a time, or `nil` where it does not seem so.
  ///
  /// A number alone (`3 requests arrive`) is not a time; digits, or the letters that are taken for them, around a
  /// colon or a semicolon are.
  static func damage(_ line: String) -> String? {
    let word = line.prefix { !$0.isWhitespace }
    guard word.contains(where: \.isNumber), word.prefixMatch(of: /\[?[\dOolI]*[:;]/) != nil else {
      return nil
    }
    let parts = word.split(separator: ":")
    if parts.count > 1, let last = Int(parts[parts.count - 1]), parts[parts.count - 1].count == 2, last > 59 {
      return "'\(word)' is no time: seconds end at 59"
    }
    return "'\(word)' is no time: write minutes and seconds, as in 01:21"
  }
}
