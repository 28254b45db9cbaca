/// A moment of a lecture, to the second, counted from its beginning.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The seconds since the lecture began.
  public var seconds: Int

  /// Creates a moment; one before the beginning is the beginning.
  public init(seconds: Int) {
    self.seconds = max(0, seconds)
  }

  /// Reads `mm:ss`, `m:ss` or `h:mm:ss`, with a fraction of a second or without; the fraction is left out.
  ///
  /// - Returns: `nil` for anything else, also for minutes or seconds above 59 behind a colon.
  public init?(_ text: some StringProtocol) {
    let whole = /(?:(\d{1,3}):(?=\d{2}:))?(\d{1,3}):([0-5]\d)(?:[.,]\d+)?/
    guard let match = Substring(text).wholeMatch(of: whole), let minutes = Int(match.2),
      let rest = Int(match.3),
      match.1 == nil || minutes < 60
    else { return nil }
    seconds = (match.1.flatMap { Int($0) } ?? 0) * 3600 + minutes * 60 + rest
  }

  /// The moment as `mm:ss`; from an hour on the minutes go on counting, as in `75:10`.
  public var description: String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    return (minutes < 10 ? "0" : "") + "\(minutes):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  /// Orders moments by when they are.
  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }
}
