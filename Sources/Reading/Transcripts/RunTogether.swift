/// Takes lines apart that lost the line break between them, as happens where files are run together.
enum RunTogether {
  /// The lines that stand in one line: usually itself alone.
  ///
  /// A time that is glued to the letter or mark before it (`…the end.00:42 The next…`) starts a line, and so do the
  /// time 00:00 behind the end of a sentence and a page's first line glued to the last of the page before. Times within
  /// a sentence (`at 12:30 we…`) do not.
  static func pieces(of line: String) -> [String] {
    // Nearly every line has no colon but the one of its own time.
    guard line.has(UInt8(ascii: ":"), behind: 5) || line.hasSuffix("Transcripts") else { return [line] }
    let starts = (timeStarts(in: line) + pageStarts(in: line)).sorted()
    guard !starts.isEmpty else { return [line] }
    return zip([line.startIndex] + starts, starts + [line.endIndex]).map { String(line[$0..<$1]) }
  }

  private static func timeStarts(in line: String) -> [String.Index] {
    let bytes = line.utf8
    return bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: ":") }.compactMap { colon in
      let minutes = line[..<colon].suffix(3).reversed().prefix { $0.isASCII && $0.isNumber }.count
      let behind = line[colon...].dropFirst().prefix(3)
      let seconds = behind.prefix { $0.isASCII && $0.isNumber }.count
      guard (1...2).contains(minutes), seconds == 2, behind.last?.isWhitespace == true else { return nil }
      let start = line.index(colon, offsetBy: -minutes)
      guard let before = line[..<start].last else { return nil }
      let isGlued = before.isLetter || ".!?,;\"'”’)]".contains(before)
      return isGlued || isRestart(line, at: start) ? start : nil
    }
  }

  /// Whether the time 00:00 stands behind the end of a sentence.
  private static func isRestart(_ line: String, at start: String.Index) -> Bool {
    guard line[start...].hasPrefix("0:00") || line[start...].hasPrefix("00:00") else { return false }
    var before = line[..<start]
    guard before.last?.isWhitespace == true else { return false }
    while before.last?.isWhitespace == true { before.removeLast() }
    if let last = before.last, "\"'’”)".contains(last) { before.removeLast() }
    return before.last.map { ".!?".contains($0) } ?? false
  }

  private static func pageStarts(in line: String) -> [String.Index] {
    guard line.hasSuffix("Transcripts") else { return [] }
    return line.ranges(of: "Mastodon").map(\.upperBound).filter { $0 < line.endIndex && line[$0].isUppercase }
  }
}
