/// Takes lines apart that lost the line break between them, as happens where files are run together.
enum RunTogether {
  /// The lines that stand in one line: usually itself alone.
  ///
  /// A time that is glued to the letter or mark before it (`…the end.00:42 The next…`) starts a line, and so do the
  /// time 00:00 behind the end of a sentence and a page's first line glued to the last of the page before. Times within
  /// a sentence (`at 12:30 we…`) do not.
  static func pieces(of line: String) -> [String] {
    var pieces: [String] = []
    var rest = line[...]
    while let start = nextStart(in: rest) {
      pieces.append(String(rest[..<start]))
      rest = rest[start...]
    }
    return pieces + [String(rest)]
  }

  private static func nextStart(in line: Substring) -> Substring.Index? {
    let glued = /[\p{L}.!?,;"'’”)]()\d{1,2}:\d{2}\s/
    let restarted = /[.!?]["'’”)]?\s+()0?0:00\s/
    let page = /Mastodon()\p{Lu}.* Transcripts\s*$/
    return [
      line.firstMatch(of: glued)?.output.1.startIndex, line.firstMatch(of: restarted)?.output.1.startIndex,
      line.firstMatch(of: page)?.output.1.startIndex,
    ].compactMap { $0 }.min()
  }
}
