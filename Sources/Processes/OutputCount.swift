/// Counts what a program writes, and certain lines apart from all else.
struct OutputCount {
  /// How much there was besides the lines that are counted apart, in bytes.
  private var own = 0
  /// How much there was of those lines, in bytes.
  private var apart = 0

  private let limits: (own: Int, apart: Int)
  /// How each of the lines begins, with the line feed before it; empty where none is counted apart.
  private let start: [UInt8]
  /// How much of `start` there was last, and how many bytes of that have not been counted yet.
  private var matched = 1
  private var undecided = 0
  private var isInLine = false

  init(limit: Int, apart: LinesApart?) {
    limits = (limit, apart?.limit ?? 0)
    start = apart.map { [Self.lineFeed] + Array($0.start.utf8) } ?? []
  }

  var isOverLimit: Bool { own > limits.own || apart > limits.apart }

  /// Counts what was read next. Once there was too much, the rest is not looked at.
  mutating func take(_ bytes: ArraySlice<UInt8>) {
    guard !start.isEmpty else {
      own += bytes.count
      return
    }
    for byte in bytes where !isOverLimit { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    if isInLine {
      apart += 1
      // Another of these lines may follow at once, or after an empty one.
      if byte == Self.lineFeed { (isInLine, matched) = (false, 1) }
    } else if matched > 0, byte == start[matched] {
      (matched, undecided) = (matched + 1, undecided + 1)
      if matched == start.count {
        apart += undecided
        (isInLine, undecided) = (true, 0)
      }
    } else {
      own += undecided
      let isEnd = byte == Self.lineFeed
      own += isEnd ? 0 : 1
      (matched, undecided) = isEnd ? (1, 1) : (0, 0)
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
}
