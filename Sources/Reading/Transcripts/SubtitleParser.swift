import Console

/// Reads subtitles: WebVTT and SRT.
///
/// Both are blocks of lines with blank lines between: perhaps a name or number, a line `from --> to`, and text.
enum SubtitleParser {
  static func parse(_ lines: [String], file: String) -> Transcript {
    var transcript = Transcript()
    for block in blocks(lines) { read(block, of: file, into: &transcript) }
    return transcript
  }

  /// Whether the lines are subtitles: their first says so, or there is one with a time in front of `-->`.
  static func isSubtitles(_ lines: [String]) -> Bool {
    lines.first?.hasPrefix("WEBVTT") == true
      || lines.contains { line in
        line.has(UInt8(ascii: ">")) && start(of: line.trimmed).flatMap { Timestamp($0) } != nil
      }
  }

  /// What stands in front of `-->`, or `nil` in a line without.
  private static func start(of line: String) -> String? {
    line.firstRange(of: "-->").map { line[..<$0.lowerBound].trimmed }
  }

  private typealias Line = (number: Int, text: String)

  private static func blocks(_ lines: [String]) -> [[Line]] {
    lines.enumerated().map { (number: $0.offset + 1, text: $0.element.trimmed) }
      .split { $0.text.isEmpty }.map(Array.init)
  }

  private static func read(_ block: [Line], of file: String, into transcript: inout Transcript) {
    let isNoCue = ["WEBVTT", "NOTE", "STYLE", "REGION"].contains { block[0].text.hasPrefix($0) }
    guard let first = block.firstIndex(where: { $0.text.contains("-->") }) else {
      if !isNoCue { report("no times above it: a cue is preceded by 'from --> to'", block[...]) }
      return
    }
    // A name or number may stand above the times; more than that is text whose own times are missing.
    if first > 1, !isNoCue {
      report("no times above it: a cue is preceded by 'from --> to'", block[..<first])
    }
    let starts = block.indices.filter { block[$0].text.contains("-->") } + [block.count]
    for (start, end) in zip(starts, starts.dropFirst()) {
      // Where the blank line between two cues is missing, the next one's number still stands in front of its times.
      let isNumbered = end < block.count && end - 1 > start && block[end - 1].text.allSatisfy(\.isNumber)
      let words = block[(start + 1)..<(isNumbered ? end - 1 : end)]
      let from = Self.start(of: block[start].text)!
      if let time = Timestamp(from) {
        let text = words.map { plain($0.text) }.filter { !$0.isEmpty }.joined(separator: " ")
        if let last = transcript.cues.last?.time, time < last {
          report("\(time) comes after \(last)", block[start..<end])
        }
        transcript.cues.append(Transcript.Cue(time: time, text: text, line: block[start].number))
      } else {
        report("'\(from)' is no time: subtitles write 00:01:21.000", block[start..<end])
      }
    }

    func report(_ reason: String, _ lines: ArraySlice<Line>) {
      transcript.problems.append(
        Transcript.Problem(
          file: file, line: lines.first?.number ?? 1, reason: reason,
          text: lines.map(\.text).joined(separator: " ")))
    }
  }

  /// Text without tags such as `<i>` or `<v Speaker>`, and with its entities resolved.
  private static func plain(_ text: String) -> String {
    let bare = text.has(UInt8(ascii: "<")) ? withoutTags(text) : text
    guard bare.has(UInt8(ascii: "&")) else { return bare.trimmed }
    return entities.reduce(bare) { $0.replacing($1.0, with: $1.1) }.trimmed
  }

  private static func withoutTags(_ text: String) -> String {
    var plain = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      plain += rest[..<start]
      rest = rest[start...].dropFirst()
      let tag = rest.prefix { $0 != "<" && $0 != ">" }
      let name = tag.first == "/" ? tag.dropFirst() : tag
      let isTag = name.first?.isLetter == true || (name.first?.isNumber == true && Timestamp(name) != nil)
      if isTag, rest[tag.endIndex...].first == ">" {
        rest = rest[tag.endIndex...].dropFirst()
      } else {
        plain += "<"
      }
    }
    return plain + rest
  }

  private static let entities = [
    ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&quot;", "\""),
    ("&#39;", "'"), ("&amp;", "&"),
  ]
}
